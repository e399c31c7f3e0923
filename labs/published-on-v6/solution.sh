#!/bin/bash
#@ task client
set -euo pipefail
answer client "$(docker network inspect -f '{{(index .IPAM.Config 0).Subnet}}' "$NET" | sed 's|0/24|1|')"

#@ task admin
set -euo pipefail
ip6tables -I INPUT -i eth0 -p tcp --dport "$ADMIN" -j DROP

#@ task shop
set -euo pipefail
docker rm -f shop
docker run -d --name shop --network "$NET" -p "$SHOP:80" web
