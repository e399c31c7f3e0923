#!/bin/bash
#@ fails bridge attached
#@ fails macvlan script
#@ fails overlay attached
#@ fails measured command
# far beside on-overlay, so nothing goes through the tunnel; two networks where one is to be measured; an address outside
# the part of the LAN that was given; the lines written for the wrong drivers.
set -euo pipefail
docker run -d --name on-host --network host web
docker network create "$NET"
docker run -d --name on-bridge -p "$PORT:80" web
docker network connect "$NET" on-bridge
docker network create -d macvlan -o parent=eth0 --subnet "$LAN_SUBNET" --gateway "$LAN_GATEWAY" street
docker run -d --name on-macvlan --network street --ip "${LAN_SUBNET%.*}.$((FIRST + 16))" web
docker swarm init --advertise-addr "$HOST_1_IP"
docker network create -d overlay --attachable "$NET-far"
docker run -d --name on-overlay --network "$NET-far" web
docker run -d --name far --network "$NET-far" tools
#@ host-2
printf 'overlay 98\nhost 160\nmacvlan 101\nbridge 120\n' > /root/rtt.txt
