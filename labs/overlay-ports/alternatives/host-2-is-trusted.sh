#!/bin/bash
# One line for the other node, whatever it sends, before the chain that shuts the rest out.
set -euo pipefail
iptables -I INPUT -i eth0 -s "$HOST_2_IP" -j ACCEPT
share TOKEN="$(docker swarm join-token --quiet manager)"
#@ host-2
set -euo pipefail
docker swarm join --token "$TOKEN" --advertise-addr "$HOST_2_IP" "$HOST_1_IP:2377"
docker run -d --name two --network "$NET" web
