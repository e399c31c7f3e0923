#!/bin/bash
set -euo pipefail
mkdir -p "$SHOP" "$OFFICE"
cat > "$SHOP/docker-compose.yml" <<FILE
services:
  api:
    image: api
    container_name: $SHOP-api
    environment: { REDIS_URL: "redis://store:6379" }
    ports: ["$PORT:8080"]
    networks: [front]
  store:
    image: redis
    container_name: $SHOP-store
    networks: [back]
networks:
  front: {}
  back: {}
FILE
cat > "$OFFICE/docker-compose.yml" <<FILE
services:
  report:
    image: tools
    container_name: $OFFICE-report
    stop_grace_period: 1s
  store:
    image: redis
    container_name: $OFFICE-store
FILE
(cd "$SHOP" && docker-compose up -d) &
(cd "$OFFICE" && docker-compose up -d) &
wait -n
wait -n
