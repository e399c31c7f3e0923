#!/bin/bash
set -euo pipefail
docker network create "$NET"
docker network create office
docker run -d --name db --network "$NET" -p "127.0.0.1:$DB:6379" redis
docker run -d --name shop --network "$NET" -p "$SHOP:8080" -e REDIS_URL=redis://localhost:6379 api &
docker run -d --name report --network office -p "$REPORT:8080" -e "REDIS_URL=redis://127.0.0.1:$DB" api &
wait -n && wait -n
for port in "$SHOP" "$REPORT"; do
  for _ in $(seq 50); do curl -s "http://127.0.0.1:$port/health" && break; sleep 0.1; done
done
