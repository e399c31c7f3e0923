#!/bin/bash
set -euo pipefail
docker network create shop-net
docker run -d --name db --network shop-net -p "$DB:6379" -v db-data:/data redis \
  redis-server --protected-mode no --save "" --appendonly yes --dir /data
# The application goes out to the host's address and back in, as somebody once tried it from a laptop.
docker run -d --name shop --network shop-net -p "$SHOP:8080" -e "REDIS_URL=redis://$HOST_1_IP:$DB" api
for _ in $(seq 50); do docker exec db redis-cli set sold "$SOLD" && break; sleep 0.1; done
for _ in $(seq 50); do curl -sf "http://127.0.0.1:$SHOP/health" && exit; sleep 0.1; done
echo "shop does not answer" >&2
exit 1
