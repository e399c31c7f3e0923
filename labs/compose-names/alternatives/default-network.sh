#!/bin/bash
# The shop needs no networks of its own to keep api and store together. It makes the shared one, under its plain name.
set -euo pipefail
(cd "$SHOP" && docker-compose down)
cat > "$SHOP/docker-compose.yml" <<FILE
services:
  api:
    image: api
    container_name: $SHOP-api
    environment: { REDIS_URL: "redis://$ALIAS:6379" }
    ports: ["$PORT:8080"]
  $ALIAS:
    image: redis
    container_name: $SHOP-store
    networks:
      default: { aliases: [store] }
      shared: {}
networks:
  shared: { name: $LINK }
FILE
(cd "$SHOP" && docker-compose up -d)

cat > "$OFFICE/docker-compose.override.yml" <<FILE
services:
  report:
    networks: [default, shared]
networks:
  shared: { external: true, name: $LINK }
FILE
(cd "$OFFICE" && docker-compose up -d)
