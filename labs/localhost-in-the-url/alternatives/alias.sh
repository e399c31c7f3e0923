#!/bin/bash
# db is made anew under another name as well, and report leaves its network.
set -euo pipefail
docker rm -f db shop report
docker run -d --name db --network "$NET" --network-alias store -p "127.0.0.1:$DB:6379" redis
docker run -d --name shop --network "$NET" -p "$SHOP:8080" -e REDIS_URL=redis://store:6379 api
docker run -d --name report --network "$NET" -p "$REPORT:8080" -e "REDIS_URL=redis://db.$NET:6379" api
