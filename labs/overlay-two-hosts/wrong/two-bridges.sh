#!/bin/bash
#@ fails network network
#@ fails name env
#@ fails tunnel vxlan
# A bridge of that name on each host, and redis over a published port of host-2: it works, until redis moves.
set -euo pipefail
docker swarm init --advertise-addr "$HOST_1_IP"
share TOKEN="$(docker swarm join-token --quiet worker)"
docker network create --subnet "10.$THIRD.0.0/24" "$NET"
docker run -d --name api --network "$NET" -p "$PORT:8080" -e "REDIS_URL=redis://$HOST_2_IP:6379" api
#@ host-2
set -euo pipefail
docker swarm join --token "$TOKEN" "$HOST_1_IP:2377"
docker network create --subnet "10.$THIRD.0.0/24" "$NET"
docker run -d --name redis --network "$NET" -p 6379:6379 redis
