#!/bin/bash
# The containers of host-1 come first, and the printer already has what Docker takes to be the lowest free address.
set -euo pipefail
docker network create -d macvlan -o parent=eth0 --subnet "$LAN_SUBNET" --gateway "$LAN_GATEWAY" \
  --aux-address "host-1=$HOST_1_IP" --aux-address "host-2=$HOST_2_IP" "$NET"
docker run -d --name meter --network "$NET" web
docker run -d --name scale --network "$NET" web
share TAKEN="$(docker inspect -f "{{(index .NetworkSettings.Networks \"$NET\").IPAddress}}" meter)"
#@ host-2
set -euo pipefail
mkdir -p /srv/printer
echo "printer at $TAKEN" > /srv/printer/index.html
docker network create -d macvlan -o parent=eth0 --subnet "$LAN_SUBNET" --gateway "$LAN_GATEWAY" --ip-range "$TAKEN/32" printers
# As printers do, it announces itself now and then: else the LAN would look for it at a meter for half a minute after the repair.
docker run -d --name printer --network printers --ip "$TAKEN" --mac-address 02:80:77:31:07:5e -v /srv/printer:/srv:ro tools \
  sh -c "httpd -p 80 -h /srv; while sleep 2; do arping -q -U -c 1 -w 1 -I eth0 $TAKEN; done"
