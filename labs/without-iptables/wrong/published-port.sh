#!/bin/bash
#@ fails client http
# Sent to the container, but to the port that was published instead of its own.
set -euo pipefail
address=$(docker inspect -f "{{(index .NetworkSettings.Networks \"$NET\").IPAddress}}" shop)
iptables -t nat -A PREROUTING -i eth0 -p tcp --dport "$SHOP" -j DNAT --to-destination "$address"
