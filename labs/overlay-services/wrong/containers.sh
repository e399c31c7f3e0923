#!/bin/bash
#@ fails pool service
#@ fails virtual service
#@ fails everywhere service
# Containers under a shared alias: the same answer today, and nobody who starts another one tomorrow.
set -euo pipefail
for n in $(seq "$COUNT"); do docker run -d --name "$SVC-$n" --network "$NET" --network-alias "$SVC" web; done
docker run -d --name hall --network "$NET" web
docker run -d --name db --network "$NET" redis
docker run -d --name api --network "$NET" -p "$PORT:8080" -e REDIS_URL=redis://db:6379 api
