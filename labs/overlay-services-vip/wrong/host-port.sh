#!/bin/bash
#@ fails address service
#@ fails address script
#@ fails mesh script
# mode=host: each node's port belongs to its own task, so the third never runs, and a node answers with one.
set -euo pipefail
docker service create --detach --no-resolve-image --name "$SVC" --network "$NET" --replicas "$COUNT" \
  --publish "mode=host,published=$PORT,target=80" web
