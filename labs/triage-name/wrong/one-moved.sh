#!/bin/bash
#@ fails names resolves
# shop has a network of its own now, and store is not on it.
set -euo pipefail
docker network create shared
docker rm -f shop
docker run -d --name shop --network shared -p "$PORT:8080" -e REDIS_URL=redis://store:6379 api
