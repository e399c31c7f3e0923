#!/bin/bash
#@ fails addresses script
# The whole LAN as the range: Docker begins at its low end, with addresses that the hosts have. Engines before 28 make the
# MAC address from the IP address, so here the first container does not even start: eth0 has that MAC address.
set -euo pipefail
docker network create -d macvlan -o parent=eth0 --subnet "$LAN_SUBNET" --gateway "$LAN_GATEWAY" "$NET"
docker run -d --name meter --network "$NET" web || true
docker run -d --name scale --network "$NET" web || true
docker run -d --name box --network "$NET" tools || true
