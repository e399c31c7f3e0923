#!/bin/bash
# Somebody wanted speed and wrote encrypted=false.
set -euo pipefail
docker swarm init --advertise-addr "$HOST_1_IP"
share TOKEN="$(docker swarm join-token --quiet worker)"
docker network create -d overlay --attachable --opt encrypted=false "$PLAIN"
docker run -d --name one --network "$PLAIN" tools
#@ host-2
set -euo pipefail
docker swarm join --token "$TOKEN" "$HOST_1_IP:2377"
# Now and then a node that has just joined is not yet given the network.
for _ in 1 2 3; do
  docker run -d --name two --network "$PLAIN" web && break
  docker rm -f two
done
docker inspect -f '{{.State.Running}}' two | grep -q true
