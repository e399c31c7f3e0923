#!/bin/bash
# The application and its database in one file; the volume stays the one that has the data.
set -euo pipefail
docker rm -f db shop
cat > docker-compose.yml <<FILE
version: "3.7"
services:
  db:
    image: postgres
    container_name: db
    environment: { POSTGRES_HOST_AUTH_METHOD: trust, POSTGRES_DB: shop }
    volumes: ["db-data:/var/lib/postgresql/data"]
    ports: ["127.0.0.1:$DB:5432"]
    networks: [back]
  shop:
    image: api
    container_name: shop
    environment: { DATABASE_URL: "postgres://postgres@db/shop" }
    ports: ["$SHOP:8080"]
    networks: [back]
volumes: { db-data: { external: true } }
networks: { back: {} }
FILE
docker-compose up -d
