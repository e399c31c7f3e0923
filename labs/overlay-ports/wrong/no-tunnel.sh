#!/bin/bash
#@ fails data ping
# TCP is opened and UDP 4789 forgotten: the node is ready, names resolve, nothing arrives.
set -euo pipefail
iptables -D SWARM -s "$HOST_2_IP" -p udp --dport 4789 -j ACCEPT || true
iptables -I SWARM -s "$HOST_2_IP" -p tcp -j ACCEPT
iptables -I SWARM -s "$HOST_2_IP" -p udp --dport 7946 -j ACCEPT
share TOKEN="$(docker swarm join-token --quiet worker)"
#@ host-2
set -euo pipefail
docker swarm join --token "$TOKEN" "$HOST_1_IP:2377"
docker run -d --name two --network "$NET" web
