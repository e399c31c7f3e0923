#!/bin/bash
#@ task closed
set -euo pipefail
docker rm -f db shop
docker run -d --name db --network shop-net -p "127.0.0.1:$DB:6379" -v db-data:/data redis \
  redis-server --protected-mode no --save "" --appendonly yes --dir /data
docker run -d --name shop --network shop-net -p "$SHOP:8080" -e REDIS_URL=redis://db:6379 api

#@ task kept
set -euo pipefail
for _ in $(seq 50); do curl -sf "http://127.0.0.1:$SHOP/health" && break; sleep 0.1; done
