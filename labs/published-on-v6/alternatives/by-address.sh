#!/bin/bash
# Each port on the addresses that it is meant for: admin on the loopback, shop on the two of the LAN.
set -euo pipefail
answer client "$(ip -br -4 addr show "br-$(docker network inspect -f '{{slice .Id 0 12}}' "$NET")" | awk '{ print $3 }')"
docker rm -f admin shop
docker run -d --name admin --network "$NET" -p "127.0.0.1:$ADMIN:80" web
docker run -d --name shop --network "$NET" -p "$HOST_1_IP:$SHOP:80" -p "[fd00:$SITE::1]:$SHOP:80" web
