#!/bin/bash
set -euo pipefail
docker network create "$NET"
docker run -d --name store --network "$NET" -p "127.0.0.1:$HOST:6379" redis &
docker run -d --name report --network "$NET" tools &
docker run -d --name api --network "$NET" -p "$PORT:8080" -e "REDIS_URL=redis://store:$HOST" api &
wait -n && wait -n && wait -n
for _ in $(seq 50); do docker exec store redis-cli set sold "$SOLD" && break; sleep 0.1; done
