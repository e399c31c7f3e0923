#!/bin/bash
#@ fails name resolves
#@ fails same-network attached
# The symptom is gone until redis is replaced again.
set -euo pipefail
address=$(docker inspect -f '{{.NetworkSettings.Networks.bridge.IPAddress}}' redis)
docker rm -f api
docker run -d --name api -e "REDIS_URL=redis://$address:6379" -p "$PORT:8080" api
