#!/bin/bash
#@ fails joined not-reaches
#@ fails name not-reaches
# It works, for whoever comes.
set -euo pipefail
iptables -F SWARM
share TOKEN="$(docker swarm join-token --quiet worker)"
#@ host-2
set -euo pipefail
docker swarm join --token "$TOKEN" "$HOST_1_IP:2377"
docker run -d --name two --network "$NET" web
