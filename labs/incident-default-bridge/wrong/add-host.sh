#!/bin/bash
#@ fails clients hosts-file
# The right network and a name in REDIS_URL, and beside it a line that answers before anybody is asked.
set -euo pipefail
docker network create "$NET"
docker network connect "$NET" redis
docker network disconnect bridge redis
now=$(docker inspect -f "{{(index .NetworkSettings.Networks \"$NET\").IPAddress}}" redis)
docker rm -f cart orders stock
for one in "cart $CART" "orders $ORDERS" "stock $STOCK"; do
  docker run -d --name "${one% *}" --network "$NET" --add-host "redis:$now" -p "${one#* }:8080" -e REDIS_URL=redis://redis:6379 api
done
