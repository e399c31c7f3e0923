#!/bin/bash
# The swarm comes into being while the hosts know what the line carries. Then they believe in 1500, as hosts do where a VPN
# or a provider lies in between. Without offloads each packet goes on the wire as it is; the virtual cable would otherwise
# let a large one made of many through.
set -euo pipefail
docker swarm init --advertise-addr "$HOST_1_IP"
share TOKEN="$(docker swarm join-token --quiet worker)"
docker network create -d overlay --attachable --subnet "10.$THIRD.0.0/24" "$NET"
docker run -d --name front --network "$NET" tools
#@ host-2
set -euo pipefail
head -c "$((KIB * 768))" /dev/urandom | base64 -w 0 > /srv/list
docker swarm join --token "$TOKEN" "$HOST_1_IP:2377"
# Now and then a node that has just joined is not yet given the network.
for _ in 1 2 3; do
  docker run -d --name catalogue --network "$NET" -v /srv/list:/www/list:ro web && break
  docker rm -f catalogue
done
docker inspect -f '{{.State.Running}}' catalogue | grep -q true
ethtool -K eth0 tso off gso off > /dev/null
ip link set eth0 mtu 1500
#@ host-1
set -euo pipefail
ethtool -K eth0 tso off gso off > /dev/null
ip link set eth0 mtu 1500
