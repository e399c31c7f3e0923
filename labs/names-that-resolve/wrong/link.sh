#!/bin/bash
#@ fails name resolves
#@ fails network network
# A fixed line in /etc/hosts looks like a name that resolves.
set -euo pipefail
docker rm -f api
docker run -d --name api --link redis -e REDIS_URL=redis://redis:6379 -p "$PORT:8080" api
