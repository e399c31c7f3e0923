#!/bin/bash
#@ task network
set -euo pipefail
docker network create -d macvlan -o parent=eth0 --subnet "$LAN_SUBNET" --gateway "$LAN_GATEWAY" \
  --ip-range "${LAN_SUBNET%.*}.$FIRST/27" --aux-address "printer=${LAN_SUBNET%.*}.$((FIRST + 1))" "$NET"

#@ task addresses
set -euo pipefail
docker run -d --name meter --network "$NET" web
docker run -d --name scale --network "$NET" web
docker run -d --name box --network "$NET" tools

#@ task neighbour
# Nothing to do: they are on the LAN.
true

#@ task names
# Nothing to do: a network of one's own has names.
true
