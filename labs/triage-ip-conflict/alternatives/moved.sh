#!/bin/bash
# Without making the containers anew, and with a smaller range.
set -euo pipefail
docker network disconnect "$NET" meter
docker network disconnect "$NET" scale
docker network rm "$NET"
docker network create -d macvlan -o parent=eth0 -o macvlan_mode=bridge --subnet "$LAN_SUBNET" --gateway "$LAN_GATEWAY" \
  --ip-range "${LAN_SUBNET%.*}.$((FIRST + 16))/28" "$NET"
docker network connect "$NET" meter
docker network connect "$NET" scale
