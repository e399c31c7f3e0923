#!/bin/bash
#@ task api
set -euo pipefail
docker rm -f api
docker run -d --name api --network "$NET" -p "$PORT:8080" -e REDIS_URL=redis://store:6379 api
