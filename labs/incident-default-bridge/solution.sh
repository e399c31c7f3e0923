#!/bin/bash
#@ task redis
set -euo pipefail
docker network create "$NET"
docker network connect "$NET" redis
docker network disconnect bridge redis

#@ task clients
set -euo pipefail
docker rm -f cart orders stock
docker run -d --name cart --network "$NET" -p "$CART:8080" -e REDIS_URL=redis://redis:6379 api
docker run -d --name orders --network "$NET" -p "$ORDERS:8080" -e REDIS_URL=redis://redis:6379 api
docker run -d --name stock --network "$NET" -p "$STOCK:8080" -e REDIS_URL=redis://redis:6379 api

#@ task shop
set -euo pipefail
for port in "$CART" "$ORDERS" "$STOCK"; do
  for _ in $(seq 50); do curl -sf "http://127.0.0.1:$port/health" && break; sleep 0.1; done
done
