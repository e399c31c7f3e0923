#!/bin/bash
#@ fails range script
# A route for each container that there is, none for those to come.
set -euo pipefail
ip link add shim link eth0 type macvlan mode bridge
ip addr add "${LAN_SUBNET%.*}.$SHIM/32" dev shim
ip link set shim up
for name in meter scale; do
  ip route add "$(docker inspect -f "{{(index .NetworkSettings.Networks \"$NET\").IPAddress}}" "$name")/32" dev shim
done
