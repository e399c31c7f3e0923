#!/bin/bash
# No range: every address is asked for.
set -euo pipefail
base=${LAN_SUBNET%.*}
docker network create -d macvlan -o parent=eth0 --subnet "$LAN_SUBNET" --gateway "$LAN_GATEWAY" "$NET"
docker run -d --name meter --network "$NET" --ip "$base.$((FIRST + 10))" web
docker run -d --name scale --network "$NET" --ip "$base.$((FIRST + 11))" web
docker run -d --name box --network "$NET" --ip "$base.$((FIRST + 31))" tools
