#!/bin/bash
# Both clients in one file, on the network that is there.
set -euo pipefail
docker rm -f shop report
cat > docker-compose.yml <<FILE
version: "3.7"
x-client: &client
  image: api
  environment: ["REDIS_URL=redis://db"]
services:
  shop: { <<: *client, container_name: shop, ports: ["$SHOP:8080"], networks: [data] }
  report: { <<: *client, container_name: report, ports: ["$REPORT:8080"], networks: [data, office] }
networks:
  data: { external: true, name: $NET }
  office: { external: true, name: office }
FILE
docker-compose up -d
