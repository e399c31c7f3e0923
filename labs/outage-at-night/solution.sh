#!/bin/bash
#@ host-1
#@ task shop
set -euo pipefail
docker rm -f shop
docker run -d --name shop -p "$PORT:8080" -e "REDIS_URL=redis://$HOST_2_IP:$DB" api

#@ host-3
#@ task board
set -euo pipefail
sysctl -w net.ipv4.ip_forward=1

#@ host-2
#@ task stock
set -euo pipefail
# The DROP stands first; at the end it is right.
iptables -D DOCKER-USER 1
iptables -I DOCKER-USER 3 -i eth0 -p tcp -m conntrack --ctorigdstport "$DB" --ctdir ORIGINAL -j DROP
