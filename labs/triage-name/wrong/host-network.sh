#!/bin/bash
#@ fails names shares-network
#@ fails service http
# shop on the host's own network: what is published is discarded, and the host knows no container by name.
set -euo pipefail
docker rm -f shop
docker run -d --name shop --network host -p "$PORT:8080" -e REDIS_URL=redis://store:6379 api
