#!/bin/bash
#@ task swarm
set -euo pipefail
docker swarm init --advertise-addr "$HOST_1_IP"
share TOKEN="$(docker swarm join-token --quiet worker)"
#@ host-2
set -euo pipefail
docker swarm join --token "$TOKEN" "$HOST_1_IP:2377"

#@ host-1
#@ task network
set -euo pipefail
docker network create -d overlay --attachable --subnet "10.$THIRD.0.0/24" "$NET"

#@ host-2
#@ task members
set -euo pipefail
docker run -d --name redis --network "$NET" redis
#@ host-1
set -euo pipefail
docker run -d --name api --network "$NET" -p "$PORT:8080" -e REDIS_URL=redis://redis:6379 api

#@ task vni
set -euo pipefail
id=$(docker network inspect -f '{{.Id}}' "$NET")
answer vni "$(nsenter --net="/run/docker/netns/1-${id:0:10}" ip -d link show type vxlan | grep -o 'vxlan id [0-9]*' | cut -d' ' -f3)"
