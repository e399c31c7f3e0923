#!/bin/bash
set -euo pipefail
docker network create shop-net
docker run -d --name db --network shop-net -p "$DB:5432" -v db-data:/var/lib/postgresql/data \
  -e POSTGRES_HOST_AUTH_METHOD=trust -e POSTGRES_DB=shop postgres
# The application goes out to the host's address and back in, as somebody once tried it from a laptop.
docker run -d --name shop --network shop-net -p "$SHOP:8080" -e "DATABASE_URL=postgres://postgres@$HOST_1_IP:$DB/shop" api
until docker exec db pg_isready -q -h 127.0.0.1; do sleep 0.1; done
docker exec db psql -U postgres -q shop -c "CREATE TABLE sales AS SELECT generate_series(1, $SOLD) AS number"
for _ in $(seq 50); do curl -sf "http://127.0.0.1:$SHOP/health" && exit; sleep 0.1; done
echo "shop does not answer" >&2
exit 1
