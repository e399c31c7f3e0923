#!/bin/bash
#@ fails names shares-network
#@ fails names resolves
# As it was done in 2014.
set -euo pipefail
docker network connect bridge store || true
docker rm -f shop
docker run -d --name shop --link store -p "$PORT:8080" -e REDIS_URL=redis://store:6379 api
