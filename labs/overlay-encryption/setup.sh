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
docker run -d --name two --network "$PLAIN" web
