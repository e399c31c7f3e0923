#!/bin/bash
#@ fails shop attached
#@ fails report http
# In db's namespace localhost is db's, and its published ports would have to be db's, too.
set -euo pipefail
docker rm -f db shop
docker run -d --name db --network "$NET" -p "127.0.0.1:$DB:6379" -p "$SHOP:8080" redis
docker run -d --name shop --network container:db -e REDIS_URL=redis://localhost:6379 api
