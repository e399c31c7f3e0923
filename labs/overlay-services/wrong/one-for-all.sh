#!/bin/bash
#@ fails everywhere service
#@ fails everywhere http
# One api, which the other host does not have.
set -euo pipefail
docker service create --detach --no-resolve-image --name db --network "$NET" --endpoint-mode dnsrr redis
docker service create --detach --no-resolve-image --name api --network "$NET" --endpoint-mode dnsrr \
  --publish "mode=host,published=$PORT,target=8080" -e REDIS_URL=redis://db:6379 api
