#!/bin/bash
# The clients from one file; redis stays the process that it is, and joins the project's network.
set -euo pipefail
docker rm -f cart orders stock
cat > docker-compose.yml <<FILE
version: "3.7"
x-client: &client
  image: api
  environment: { REDIS_URL: "redis://redis:6379" }
services:
  cart: { <<: *client, container_name: cart, ports: ["$CART:8080"] }
  orders: { <<: *client, container_name: orders, ports: ["$ORDERS:8080"] }
  stock: { <<: *client, container_name: stock, ports: ["$STOCK:8080"] }
networks: { default: { name: $NET } }
FILE
docker-compose up -d
docker network connect "$NET" redis
docker network disconnect bridge redis
