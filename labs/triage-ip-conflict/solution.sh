#!/bin/bash
#@ task twice
set -euo pipefail
docker rm -f meter scale

#@ task plan
set -euo pipefail
docker network rm "$NET"
docker network create -d macvlan -o parent=eth0 --subnet "$LAN_SUBNET" --gateway "$LAN_GATEWAY" --ip-range "${LAN_SUBNET%.*}.$FIRST/27" "$NET"

#@ task pages
set -euo pipefail
docker run -d --name meter --network "$NET" web
docker run -d --name scale --network "$NET" web
