#!/bin/bash
#@ fails shop http
#@ fails report http
# The name is right, the port is the published one. Between containers nobody listens there.
set -euo pipefail
docker rm -f shop report
docker run -d --name shop --network "$NET" -p "$SHOP:8080" -e "REDIS_URL=redis://db:$DB" api
docker run -d --name report --network "$NET" -p "$REPORT:8080" -e "REDIS_URL=redis://db:$DB" api
