#!/bin/bash
#@ fails swarm swarm
#@ fails name resolves
# Both hosts say init: two swarms, each with a network of that name.
set -euo pipefail
docker swarm init --advertise-addr "$HOST_1_IP"
docker network create -d overlay --attachable --subnet "10.$THIRD.0.0/24" "$NET"
#@ host-2
set -euo pipefail
docker swarm init --advertise-addr "$HOST_2_IP"
docker network create -d overlay --attachable --subnet "10.$THIRD.0.0/24" "$NET"
docker run -d --name redis --network "$NET" redis
#@ host-1
set -euo pipefail
docker run -d --name api --network "$NET" -p "$PORT:8080" -e REDIS_URL=redis://redis:6379 api
