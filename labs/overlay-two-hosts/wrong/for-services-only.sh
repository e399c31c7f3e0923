#!/bin/bash
#@ fails network network
#@ fails members attached
#@ fails vni vni-of
# Without --attachable the containers cannot join it and end up on the default bridge. The number is that of another network.
set -euo pipefail
docker swarm init --advertise-addr "$HOST_1_IP"
share TOKEN="$(docker swarm join-token --quiet worker)"
docker network create -d overlay --subnet "10.$THIRD.0.0/24" "$NET"
! docker run --rm --network "$NET" tools true
docker run -d --name api -p "$PORT:8080" -e REDIS_URL=redis://redis:6379 api
docker service create --detach --no-resolve-image --name keeper --network "$NET" --endpoint-mode dnsrr --constraint node.role==manager tools > /dev/null
for _ in $(seq 100); do docker ps -q --filter name=keeper | grep -q . && break; sleep 0.1; done
answer vni 256
#@ host-2
set -euo pipefail
docker swarm join --token "$TOKEN" "$HOST_1_IP:2377"
docker run -d --name redis redis
