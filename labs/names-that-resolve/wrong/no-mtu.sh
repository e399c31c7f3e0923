#!/bin/bash
#@ fails mtu mtu
# Everything works, until a packet of more than 1400 bytes is due.
set -euo pipefail
docker network create "$NET"
docker rm -f api redis
docker run -d --name redis --network "$NET" redis
docker run -d --name api --network "$NET" -e REDIS_URL=redis://redis:6379 -p "$PORT:8080" api
