#!/bin/bash
# host-2 begins, host-1 joins as a manager; names given by an alias; the VNI read where it is configured.
#@ host-2
set -euo pipefail
docker swarm init --advertise-addr "$HOST_2_IP"
share TOKEN="$(docker swarm join-token --quiet manager)"
#@ host-1
set -euo pipefail
docker swarm join --token "$TOKEN" --advertise-addr eth0 "$HOST_2_IP:2377"
#@ host-2
set -euo pipefail
docker network create --driver overlay --attachable --subnet "10.$THIRD.0.0/24" --gateway "10.$THIRD.0.254" "$NET"
docker run -d --name redis --network "$NET" --network-alias store redis
#@ host-1
set -euo pipefail
docker run -d --name api --network "$NET" -p "$HOST_1_IP:$PORT:8080" -e REDIS_URL=redis://redis:6379 api
answer vni "$(docker network inspect -f '{{index .Options "com.docker.network.driver.overlay.vxlanid_list"}}' "$NET")"
