#!/bin/bash
#@ fails name reaches
#@ fails name resolves
#@ fails data http
# 2377 and 4789, as the documentation of the data path is often read: host-2 is in, and nobody knows two.
set -euo pipefail
iptables -I SWARM -s "$HOST_2_IP" -p tcp --dport 2377 -j ACCEPT
iptables -I SWARM -s "$HOST_2_IP" -p udp --dport 4789 -j ACCEPT
iptables -I SWARM -s "$HOST_2_IP" -p tcp --dport 7946 -j DROP
iptables -I SWARM -s "$HOST_2_IP" -p udp --dport 7946 -j DROP
share TOKEN="$(docker swarm join-token --quiet worker)"
#@ host-2
set -euo pipefail
docker swarm join --token "$TOKEN" "$HOST_1_IP:2377"
docker run -d --name two --network "$NET" web
