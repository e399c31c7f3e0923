#!/bin/bash
# Made with a virtual address and changed, scaled later; api as two tasks, at most one on a host; db under tasks.db.
set -euo pipefail
docker service create --detach --no-resolve-image --name "$SVC" --network "$NET" web
docker service update --detach --no-resolve-image --endpoint-mode dnsrr "$SVC"
docker service scale --detach "$SVC=$COUNT"
docker service create --detach --no-resolve-image --name hall --network "$NET" --mode global web
docker service create --detach --no-resolve-image --name db --network "$NET" redis
docker service create --detach --no-resolve-image --name api --network "$NET" --replicas 2 --replicas-max-per-node 1 \
  --publish "mode=host,published=$PORT,target=8080" -e REDIS_URL=redis://tasks.db:6379 api
for _ in $(seq 40); do
  docker service ls --format '{{.Name}} {{.Replicas}}' | awk '{ split($2, of, "/"); if (of[1] != of[2]) wait = 1 } END { exit wait }' && break
  sleep 0.5
done
