#!/bin/bash
#@ fails redis network
#@ fails clients resolves
#@ fails config env
# Everybody is given the address of today. Green until redis is replaced the next time.
set -euo pipefail
now=$(docker inspect -f '{{.NetworkSettings.Networks.bridge.IPAddress}}' redis)
docker rm -f cart orders
docker run -d --name cart -p "$CART:8080" -e "REDIS_URL=redis://$now:6379" api
docker run -d --name orders -p "$ORDERS:8080" -e "REDIS_URL=redis://$now:6379" api
