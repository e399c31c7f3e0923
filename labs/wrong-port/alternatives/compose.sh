#!/bin/bash
# api as a service of Compose, on the network that is there.
set -euo pipefail
docker rm -f api
cat > docker-compose.yml <<FILE
services:
  api:
    image: api
    container_name: api
    environment: { REDIS_URL: "redis://store:6379" }
    ports: ["$PORT:8080"]
    networks: [shared]
networks:
  shared: { external: true, name: $NET }
FILE
docker-compose up -d
