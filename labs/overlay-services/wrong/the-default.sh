#!/bin/bash
#@ fails pool service
#@ fails all script
#@ fails virtual service
# The endpoint modes the wrong way round.
set -euo pipefail
docker service create --detach --no-resolve-image --name "$SVC" --network "$NET" --replicas "$COUNT" web
docker service create --detach --no-resolve-image --name hall --network "$NET" --endpoint-mode dnsrr --replicas 2 web
