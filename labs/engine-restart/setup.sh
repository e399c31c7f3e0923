#!/bin/bash
#@ host-2
set -euo pipefail
# No container: the checks see by its age whether the engine is the one of the start.
iperf3 --server --daemon
docker network create "$BACK"
# store and api get the third and fourth address. The first two are free again when the engine deals them out anew.
for n in 1 2; do docker run -d --name "old-$n" --network "$BACK" tools & done
wait -n && wait -n
docker run -d --name store --network "$BACK" redis
STORE=$(docker inspect -f "{{(index .NetworkSettings.Networks \"$BACK\").IPAddress}}" store)
docker run -d --name api --network "$BACK" -p "$PORT:8080" -e "REDIS_URL=redis://$STORE:6379" api
docker rm -f old-1 old-2

#@ host-1
set -euo pipefail
docker network create "$FRONT"
docker run -d --name till --network "$FRONT" redis &
docker run -d --name desk --network "$FRONT" --stop-timeout 1 -p "$DESK:80" web &
wait -n && wait -n
docker exec till redis-cli set sold "$SOLD"
ADDRESS=$(docker inspect -f "{{(index .NetworkSettings.Networks \"$FRONT\").IPAddress}}" desk)
# Works today: host-2 may, the rest of the LAN may not.
iptables -I DOCKER -i eth0 ! -s "$HOST_2_IP" -d "$ADDRESS" -p tcp --dport 80 -j DROP
