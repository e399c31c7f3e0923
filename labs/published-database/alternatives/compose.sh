#!/bin/bash
# The application and its database in one file; the volume stays the one that has the data.
set -euo pipefail
docker rm -f db shop
cat > docker-compose.yml <<FILE
version: "3.7"
services:
  db:
    image: redis
    container_name: db
    command: ["redis-server", "--protected-mode", "no", "--save", "", "--appendonly", "yes", "--dir", "/data"]
    volumes: ["db-data:/data"]
    ports: ["127.0.0.1:$DB:6379"]
    networks: [back]
  shop:
    image: api
    container_name: shop
    environment: { REDIS_URL: "redis://db:6379" }
    ports: ["$SHOP:8080"]
    networks: [back]
volumes: { db-data: { external: true } }
networks: { back: {} }
FILE
docker-compose up -d
