#!/bin/bash
# The drop stays, behind rules that let the two published ports through, by the port that was asked for.
set -euo pipefail
answer target "$(iptables -t nat -S DOCKER | sed -n "s/.*--dport $SHOP .*--to-destination \([0-9.]*\):80/\1/p")"
docker network create other
docker rm -f admin
docker run -d --name admin --network other -p "$HOST_1_IP:$ADMIN:80" web
for port in "$SHOP" "$ADMIN"; do
  iptables -I DOCKER-USER -i eth0 -p tcp -m conntrack --ctorigdstport "$port" --ctdir ORIGINAL -j RETURN
done
