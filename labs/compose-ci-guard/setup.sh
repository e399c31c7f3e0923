#!/bin/bash
set -euo pipefail
mkdir shop && cd shop
# As it was after somebody had given up on names.
cat > docker-compose.yml <<FILE
services:
  redis:
    image: redis
    container_name: redis
    network_mode: bridge
  api:
    image: api
    container_name: api
    network_mode: bridge
    environment:
      - REDIS_URL=redis://172.17.0.2:6379
    ports: ["$PORT:8080"]
    depends_on: [redis]
FILE
docker-compose up -d
for _ in $(seq 50); do curl -sf "http://127.0.0.1:$PORT/health" && exit; sleep 0.1; done
echo "the shop does not answer" >&2
exit 1
