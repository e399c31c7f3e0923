#!/bin/bash
#@ fails cause choice
# Repaired by making it anew, and "store must have been down".
set -euo pipefail
answer cause stopped
docker network create shared
docker network connect shared store
docker rm -f shop
docker run -d --name shop --network shared -p "$PORT:8080" -e REDIS_URL=redis://store:6379 api
