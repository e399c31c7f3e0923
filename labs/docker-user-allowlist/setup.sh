#!/bin/bash
set -euo pipefail
docker run -d --name shop -p "$SHOP:80" web
docker run -d --name pages -p "$PAGES:80" web
docker run -d --name admin -p "$ADMIN:80" web
# The pair that is often told, in the order in which it is told.
iptables -I DOCKER-USER -i eth0 -s "$HOST_2_IP" -p tcp -m conntrack --ctorigdstport "$ADMIN" --ctdir ORIGINAL -j ACCEPT
iptables -I DOCKER-USER -i eth0 -p tcp -m conntrack --ctorigdstport "$ADMIN" --ctdir ORIGINAL -j DROP
