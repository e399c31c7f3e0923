#!/bin/bash
#@ fails api env
#@ fails others not-reaches
#@ fails others script
# Over the host's address, which needs the port open to the LAN.
set -euo pipefail
docker rm -f store api
docker run -d --name store --network "$NET" -p "$HOST:6379" redis
docker run -d --name api --network "$NET" -p "$PORT:8080" -e "REDIS_URL=redis://$HOST_1_IP:$HOST" api
