#!/bin/bash
#@ fails egress reaches
#@ fails client http
# Apart, because nothing is forwarded at all; the rules for the rest are in vain.
set -euo pipefail
address=$(docker inspect -f "{{(index .NetworkSettings.Networks \"$NET\").IPAddress}}" shop)
iptables -t nat -A POSTROUTING -s "10.$FIRST.0.0/24" -o eth0 -j MASQUERADE
iptables -t nat -A PREROUTING -i eth0 -p tcp --dport "$SHOP" -j DNAT --to-destination "$address:8080"
iptables -P FORWARD DROP
