#!/bin/bash
#@ fails name attached
#@ fails data ping
# A published port and a line in /etc/hosts instead of the overlay.
set -euo pipefail
iptables -I SWARM -s "$HOST_2_IP" -p tcp --dport 2377 -j ACCEPT
docker rm -f one
docker run -d --name one --network "$NET" --add-host "two:$HOST_2_IP" tools
share TOKEN="$(docker swarm join-token --quiet worker)"
#@ host-2
set -euo pipefail
docker swarm join --token "$TOKEN" "$HOST_1_IP:2377"
docker run -d --name two -p 80:80 web
