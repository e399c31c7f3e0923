#!/bin/bash
#@ fails shop env
#@ fails shop not-reaches
#@ fails report env
#@ fails report attached
# Over the host's address and a port that is open to all of the LAN.
set -euo pipefail
docker rm -f db shop report
docker run -d --name db --network "$NET" -p "$DB:6379" redis
docker run -d --name shop --network "$NET" -p "$SHOP:8080" -e "REDIS_URL=redis://$HOST_1_IP:$DB" api
docker run -d --name report --network office -p "$REPORT:8080" -e "REDIS_URL=redis://$HOST_1_IP:$DB" api
