#!/bin/bash
# The network made anew with one address kept for the host; its prefix is the range, so that the route comes with it.
set -euo pipefail
base=${LAN_SUBNET%.*}
docker rm -f meter scale
docker network rm "$NET"
docker network create -d macvlan -o parent=eth0 --subnet "$LAN_SUBNET" --gateway "$LAN_GATEWAY" \
  --ip-range "$base.$FIRST/27" --aux-address "host=$base.$((FIRST + 30))" "$NET"
docker run -d --name meter --network "$NET" web
docker run -d --name scale --network "$NET" web
ip link add to-containers link eth0 type macvlan mode bridge
ip addr add "$base.$((FIRST + 30))/27" dev to-containers
ip link set to-containers up
