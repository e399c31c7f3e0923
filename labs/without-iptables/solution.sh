#!/bin/bash
#@ task egress
set -euo pipefail
bridge=br-$(docker network inspect -f '{{slice .Id 0 12}}' "$NET")
iptables -t nat -A POSTROUTING -s "10.$FIRST.0.0/24" ! -o "$bridge" -j MASQUERADE

#@ task client
set -euo pipefail
address=$(docker inspect -f "{{(index .NetworkSettings.Networks \"$NET\").IPAddress}}" shop)
iptables -t nat -A PREROUTING -i eth0 -p tcp --dport "$SHOP" -j DNAT --to-destination "$address:8080"

#@ task apart
set -euo pipefail
one=br-$(docker network inspect -f '{{slice .Id 0 12}}' "$NET")
two=br-$(docker network inspect -f '{{slice .Id 0 12}}' "$OTHER")
iptables -A FORWARD -i "$one" -o "$two" -j DROP
iptables -A FORWARD -i "$two" -o "$one" -j DROP
