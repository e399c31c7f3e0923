#!/bin/bash
# An encrypted overlay, and a firewall that knows the three ports of a swarm.
set -euo pipefail
docker swarm init --advertise-addr "$HOST_1_IP"
share TOKEN="$(docker swarm join-token --quiet worker)"
docker network create -d overlay --attachable --opt encrypted "$NET"
docker run -d --name safe --network "$NET" web
iptables -N SWARM
iptables -A SWARM -p tcp -m conntrack --ctstate ESTABLISHED -j RETURN
iptables -A SWARM -p udp -m conntrack --ctstate ESTABLISHED -j RETURN
iptables -A SWARM -p icmp -j RETURN
iptables -A SWARM -s "$HOST_2_IP" -p tcp -m multiport --dports 2377,7946 -j RETURN
iptables -A SWARM -s "$HOST_2_IP" -p udp -m multiport --dports 7946,4789 -j RETURN
iptables -A SWARM -j DROP
iptables -I INPUT -i eth0 -j SWARM
#@ host-2
set -euo pipefail
docker swarm join --token "$TOKEN" "$HOST_1_IP:2377"
ask='while :; do ping -i 0.2 -w 5 safe || sleep 1; done'
# Now and then a node that has just joined is not yet given the network.
for _ in 1 2 3; do
  docker run -d --name clerk --network "$NET" tools sh -c "$ask" && break
  docker rm -f clerk
done
docker inspect -f '{{.State.Running}}' clerk | grep -q true
