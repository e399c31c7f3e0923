#!/bin/bash
#@ fails long script
#@ fails short script
# As after each update: wait until somebody complains, then restart.
set -euo pipefail
cd shop
docker-compose down
docker-compose up -d
for _ in $(seq 150); do docker-compose logs maps | grep "ready on" && break; sleep 0.1; done
sleep 16
docker restart -t 0 atlas reader
