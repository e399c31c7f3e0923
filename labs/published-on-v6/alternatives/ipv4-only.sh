#!/bin/bash
# admin on IPv4 alone, where DOCKER-USER guards it already; shop on both, each written out.
set -euo pipefail
answer client "10.$SUBNET.0.1"
docker rm -f admin shop
docker run -d --name admin --network "$NET" -p "0.0.0.0:$ADMIN:80" web
docker run -d --name shop --network "$NET" -p "0.0.0.0:$SHOP:80" -p "[::]:$SHOP:80" web
