#!/bin/bash
#@ fails redis not-published
#@ fails redis script
#@ fails config env
# Reached over the host's address, from everywhere, and the sales are gone.
set -euo pipefail
docker network create "$NET"
docker rm -f redis cart orders stock
docker run -d --name redis --network "$NET" -p 6379:6379 redis
for one in "cart $CART" "orders $ORDERS" "stock $STOCK"; do
  docker run -d --name "${one% *}" --network "$NET" -p "${one#* }:8080" -e "REDIS_URL=redis://$HOST_1_IP:6379" api
done
