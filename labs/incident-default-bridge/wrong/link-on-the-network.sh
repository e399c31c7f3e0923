#!/bin/bash
#@ fails config no-links
# The network is right. The flag was copied from the old line.
set -euo pipefail
docker network create "$NET"
docker network connect "$NET" redis
docker network disconnect bridge redis
docker rm -f cart orders stock
for one in "cart $CART" "orders $ORDERS" "stock $STOCK"; do
  docker run -d --name "${one% *}" --network "$NET" --link redis:redis -p "${one#* }:8080" -e REDIS_URL=redis://redis:6379 api
done
