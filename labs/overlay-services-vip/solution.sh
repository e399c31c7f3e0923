#!/bin/bash
#@ task address
set -euo pipefail
docker service create --detach --no-resolve-image --name "$SVC" --network "$NET" --replicas "$COUNT" web

#@ task mesh
set -euo pipefail
docker service update --detach --no-resolve-image --publish-add "published=$PORT,target=80" "$SVC"
