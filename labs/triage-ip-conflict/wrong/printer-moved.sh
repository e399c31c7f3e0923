#!/bin/bash
#@ fails twice script
#@ fails plan command
# The address is used once, and nobody finds the printer.
#@ host-2
set -euo pipefail
docker rm -f printer
docker network rm printers
docker network create -d macvlan -o parent=eth0 --subnet "$LAN_SUBNET" --gateway "$LAN_GATEWAY" printers
docker run -d --name printer --network printers --ip "${LAN_SUBNET%.*}.240" --mac-address 02:80:77:31:07:5e -v /srv/printer:/srv:ro tools busybox httpd -f -p 80 -h /srv
