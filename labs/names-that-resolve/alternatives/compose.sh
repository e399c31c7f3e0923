#!/bin/bash
# Everything anew, described in one file.
set -euo pipefail
compose() { if docker compose version >/dev/null 2>&1; then docker compose "$@"; else docker-compose "$@"; fi; }

mkdir -p shop
cat > shop/docker-compose.yml <<FILE
version: "3.7"
services:
  redis:
    image: redis
    container_name: redis
  api:
    image: api
    container_name: api
    environment: { REDIS_URL: "redis://redis:6379" }
    ports: ["$PORT:8080"]
    depends_on: [redis]
networks:
  default:
    name: $NET
    driver_opts: { com.docker.network.driver.mtu: "1400" }
FILE
docker rm -f api redis
(cd shop && compose up -d)

for _ in $(seq 100); do curl -sf "http://127.0.0.1:$PORT/health" && break; sleep 0.1; done
answer address "$(docker exec api getent hosts redis | cut -d' ' -f1)"
