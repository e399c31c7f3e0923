#!/bin/bash
# A bridge with a name and a subnet of its own, box made anew, the port on the address of the LAN only.
set -euo pipefail
docker network create --subnet 192.168.90.0/24 --gateway 192.168.90.254 -o com.docker.network.bridge.name=brown "$NET"
docker rm -f box
docker run -d --name box --network "$NET" tools
docker run -d --name web --network "$NET" -p "$HOST_1_IP:$PORT:80" web
mac=$(docker exec web cat /sys/class/net/eth0/address)
ping -c1 -W1 "$(docker inspect -f "{{(index .NetworkSettings.Networks \"$NET\").IPAddress}}" web)" > /dev/null
answer veth "$(bridge fdb show br brown | awk -v mac="$mac" '$1 == mac { print $3; exit }')"
