#!/bin/bash
#@ fails shop http
#@ fails board http
#@ fails stock reaches
# The first fault found, taken for the only one.
#@ host-1
set -euo pipefail
docker rm -f shop
docker run -d --name shop -p "$PORT:8080" -e "REDIS_URL=redis://$HOST_2_IP:$DB" api
