#!/bin/bash
# redis is made anew, under a subnet of one's own, and its data is carried over first; metrics comes along to the same network.
set -euo pipefail
sold=$(docker exec redis redis-cli get sold)
docker network create --subnet 192.168.90.0/24 "$NET"
docker rm -f redis cart orders stock metrics
docker run -d --name redis --network "$NET" --restart unless-stopped redis
for _ in $(seq 50); do docker exec redis redis-cli set sold "$sold" && break; sleep 0.1; done
docker run -d --name metrics --network "$NET" -p "$METRICS:80" web
docker run -d --name cart --network "$NET" -p "$CART:8080" -e "REDIS_URL=redis://redis.$NET:6379" api
docker run -d --name orders --network "$NET" -p "$ORDERS:8080" -e REDIS_URL=redis://redis:6379 api
docker run -d --name stock --network "$NET" -p "0.0.0.0:$STOCK:8080" -e REDIS_URL=redis://redis:6379 api
