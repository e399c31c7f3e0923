#!/bin/bash
#@ fails shop env
#@ fails report hosts-file
# The address of today: once in the variable, once in a file.
set -euo pipefail
now=$(docker inspect -f "{{(index .NetworkSettings.Networks \"$NET\").IPAddress}}" db)
docker rm -f shop report
docker run -d --name shop --network "$NET" -p "$SHOP:8080" -e "REDIS_URL=redis://$now:6379" api
docker run -d --name report --network "$NET" --add-host "db:$now" -p "$REPORT:8080" -e REDIS_URL=redis://db:6379 api
