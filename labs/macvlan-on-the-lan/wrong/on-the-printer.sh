#!/bin/bash
#@ fails addresses script
#@ fails neighbour reaches
# The right range, and the printer forgotten: the second container gets its address.
set -euo pipefail
docker network create -d macvlan -o parent=eth0 --subnet "$LAN_SUBNET" --gateway "$LAN_GATEWAY" \
  --ip-range "${LAN_SUBNET%.*}.$FIRST/27" "$NET"
docker run -d --name meter --network "$NET" web
docker run -d --name scale --network "$NET" web
docker run -d --name box --network "$NET" tools
