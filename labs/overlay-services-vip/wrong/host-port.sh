#!/bin/bash
#@ fails address service
#@ fails mesh script
# mode=host: the port of this host can belong to one task, so the others never run.
set -euo pipefail
docker service create --detach --no-resolve-image --name "$SVC" --network "$NET" --replicas "$COUNT" \
  --publish "mode=host,published=$PORT,target=80" web
