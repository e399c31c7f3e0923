#!/bin/bash
#@ fails address service
#@ fails address script
#@ fails mesh script
# Names that list the tasks: every one is reached, but there is no one address, and nothing to publish through the mesh.
set -euo pipefail
docker service create --quiet --no-resolve-image --name "$SVC" --network "$NET" --endpoint-mode dnsrr --replicas "$COUNT" web
