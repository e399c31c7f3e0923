#!/bin/bash
#@ fails names reaches
# Mode private: the LAN reaches each of them, and they do not reach each other.
set -euo pipefail
docker network create -d macvlan -o parent=eth0 -o macvlan_mode=private --subnet "$LAN_SUBNET" --gateway "$LAN_GATEWAY" \
  --ip-range "${LAN_SUBNET%.*}.$FIRST/27" --aux-address "printer=${LAN_SUBNET%.*}.$((FIRST + 1))" "$NET"
docker run -d --name meter --network "$NET" web
docker run -d --name scale --network "$NET" web
docker run -d --name box --network "$NET" tools
