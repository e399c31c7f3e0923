#!/bin/bash
#@ fails kept script
# Not published any more, and made anew as a plain redis: no backup, no data.
set -euo pipefail
docker rm -f db shop
docker run -d --name db --network shop-net redis
docker run -d --name shop --network shop-net -p "$SHOP:8080" -e REDIS_URL=redis://db:6379 api
