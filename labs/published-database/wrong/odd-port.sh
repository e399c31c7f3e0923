#!/bin/bash
#@ fails closed rule-count
# The backup's door is on 127.0.0.1, and for the laptop there is one more that "nobody knows".
set -euo pipefail
docker rm -f db shop
docker run -d --name db --network shop-net -p "127.0.0.1:$DB:6379" -p 49737:6379 -v db-data:/data redis \
  redis-server --protected-mode no --save "" --appendonly yes --dir /data
docker run -d --name shop --network shop-net -p "$SHOP:8080" -e REDIS_URL=redis://db:6379 api
