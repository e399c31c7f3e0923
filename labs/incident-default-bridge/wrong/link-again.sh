#!/bin/bash
#@ fails redis network
#@ fails clients attached
#@ fails config no-links
# As it was before: a link to the new redis, on the default bridge.
set -euo pipefail
docker rm -f cart orders stock
for one in "cart $CART" "orders $ORDERS" "stock $STOCK"; do
  docker run -d --name "${one% *}" --link redis -p "${one#* }:8080" -e REDIS_URL=redis://redis:6379 api
done
