#!/bin/bash
#@ task pool
set -euo pipefail
docker service create --detach --no-resolve-image --name "$SVC" --network "$NET" --endpoint-mode dnsrr --replicas "$COUNT" web

#@ task virtual
set -euo pipefail
docker service create --detach --no-resolve-image --name hall --network "$NET" --replicas 2 web

#@ task everywhere
set -euo pipefail
docker service create --detach --no-resolve-image --name db --network "$NET" --endpoint-mode dnsrr redis
docker service create --detach --no-resolve-image --name api --network "$NET" --mode global --endpoint-mode dnsrr \
  --publish "mode=host,published=$PORT,target=8080" -e REDIS_URL=redis://db:6379 api

#@ task all
set -euo pipefail
for _ in $(seq 40); do
  docker service ls --format '{{.Name}} {{.Replicas}}' | awk '{ split($2, of, "/"); if (of[1] != of[2]) wait = 1 } END { exit wait }' && break
  sleep 0.5
done
docker exec asker nslookup -type=a "$SVC"
