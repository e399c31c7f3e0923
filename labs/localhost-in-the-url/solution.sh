#!/bin/bash
#@ task shop
set -euo pipefail
docker rm -f shop
docker run -d --name shop --network "$NET" -p "$SHOP:8080" -e REDIS_URL=redis://db:6379 api

#@ task report
set -euo pipefail
docker rm -f report
docker run -d --name report --network office -p "$REPORT:8080" -e REDIS_URL=redis://db:6379 api
docker network connect "$NET" report
for port in "$SHOP" "$REPORT"; do
  for _ in $(seq 50); do curl -sf "http://127.0.0.1:$port/health" && break; sleep 0.1; done
done
