#!/bin/bash
#@ task closed
set -euo pipefail
docker rm -f db shop
docker run -d --name db --network shop-net -p "127.0.0.1:$DB:5432" -v db-data:/var/lib/postgresql/data \
  -e POSTGRES_HOST_AUTH_METHOD=trust -e POSTGRES_DB=shop postgres
docker run -d --name shop --network shop-net -p "$SHOP:8080" -e DATABASE_URL=postgres://postgres@db/shop api

#@ task kept
set -euo pipefail
for _ in $(seq 50); do curl -sf "http://127.0.0.1:$SHOP/health" && break; sleep 0.1; done
