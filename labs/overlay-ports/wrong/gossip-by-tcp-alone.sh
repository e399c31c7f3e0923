#!/bin/bash
#@ fails name resolves
#@ fails data http
# 7946 opened for TCP and forgotten for UDP: the port answers, and what the engines tell each other by UDP is lost.
set -euo pipefail
iptables -I SWARM -s "$HOST_2_IP" -p tcp -m multiport --dports 2377,7946 -j ACCEPT
iptables -I SWARM -s "$HOST_2_IP" -p udp --dport 7946 -j DROP
iptables -I SWARM -s "$HOST_2_IP" -p udp --dport 4789 -j ACCEPT
share TOKEN="$(docker swarm join-token --quiet worker)"
#@ host-2
set -euo pipefail
docker swarm join --token "$TOKEN" "$HOST_1_IP:2377"
docker run -d --name two --network "$NET" web
