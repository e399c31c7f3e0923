#!/bin/bash
#@ task address
set -euo pipefail
docker service create --detach --no-resolve-image --name "$SVC" --network "$NET" --replicas "$COUNT" web

#@ task mesh
# A port makes new tasks of all: at once, not one after the other. Without --detach it returns when they run.
set -euo pipefail
docker service update --quiet --no-resolve-image --update-parallelism 0 --publish-add "published=$PORT,target=80" "$SVC"
