#!/bin/bash
#@ fails service script
# All of it made anew, properly, and the sales are gone.
set -euo pipefail
docker rm -f shop store
docker network create shared
docker run -d --name store --network shared redis
docker run -d --name shop --network shared -p "$PORT:8080" -e REDIS_URL=redis://store:6379 api
