#!/bin/bash
# Hosts with large frames, and an overlay made after a recipe from the web.
set -euo pipefail
ip link set eth0 mtu "$((FULL + 50))"
docker swarm init --advertise-addr "$HOST_1_IP"
share TOKEN="$(docker swarm join-token --quiet worker)"
docker network create -d overlay --attachable --opt com.docker.network.driver.mtu=1450 "$NET"
docker run -d --name src --network "$NET" tools
#@ host-2
set -euo pipefail
ip link set eth0 mtu "$((FULL + 50))"
docker swarm join --token "$TOKEN" "$HOST_1_IP:2377"
# Now and then a node that has just joined is not yet given the network.
for _ in 1 2 3; do
  docker run -d --name dst --network "$NET" web && break
  docker rm -f dst
done
docker inspect -f '{{.State.Running}}' dst | grep -q true
