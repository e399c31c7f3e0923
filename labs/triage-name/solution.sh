#!/bin/bash
#@ task cause
answer cause "$FAULT"

#@ task names
set -euo pipefail
docker network create shared
docker network connect shared store
docker rm -f shop
docker run -d --name shop --network shared -p "$PORT:8080" -e REDIS_URL=redis://store:6379 api

#@ task service
# Nothing to do: shop asks for the name at each request.
true
