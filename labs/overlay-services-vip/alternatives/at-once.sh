#!/bin/bash
# Port and mode said at once, the tasks scaled up afterwards.
set -euo pipefail
docker service create --detach --no-resolve-image --name "$SVC" --network "$NET" --endpoint-mode vip -p "$PORT:80" web
docker service scale "$SVC=$COUNT"
