#!/bin/bash
#@ fails api env
# The right port, and the address of today.
set -euo pipefail
ADDRESS=$(docker inspect -f "{{(index .NetworkSettings.Networks \"$NET\").IPAddress}}" store)
docker rm -f api
docker run -d --name api --network "$NET" -p "$PORT:8080" -e "REDIS_URL=redis://$ADDRESS:6379" api
