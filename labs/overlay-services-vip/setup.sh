#!/bin/bash
# A swarm of two with a network, and one container to ask from.
set -euo pipefail
docker swarm init --advertise-addr "$HOST_1_IP"
share TOKEN="$(docker swarm join-token --quiet worker)"
docker network create -d overlay --attachable "$NET"
docker run -d --name asker --network "$NET" tools
#@ host-2
set -euo pipefail
docker swarm join --token "$TOKEN" "$HOST_1_IP:2377"
