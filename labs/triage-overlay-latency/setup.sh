#!/bin/bash
# Somebody wanted speed and wrote encrypted=false. On vault it is meant.
set -euo pipefail
docker swarm init --advertise-addr "$HOST_1_IP"
share TOKEN="$(docker swarm join-token --quiet worker)"
docker network create -d overlay --attachable --opt encrypted=false "$NET"
docker network create -d overlay --attachable --opt encrypted "$VAULT"
docker run -d --name front --network "$NET" tools
docker run -d --name safe --network "$VAULT" web
#@ host-2
set -euo pipefail
docker swarm join --token "$TOKEN" "$HOST_1_IP:2377"
# Now and then a node that has just joined is not yet given the network.
for _ in 1 2 3; do
  docker run -d --name stock --hostname stock --network "$NET" web && break
  docker rm -f stock
done
docker inspect -f '{{.State.Running}}' stock | grep -q true
