#!/bin/bash
# The swarm's ports are open for host-2 alone. One line was forgotten.
set -euo pipefail
docker swarm init --advertise-addr "$HOST_1_IP"
docker network create -d overlay --attachable "$NET"
docker run -d --name one --network "$NET" tools
iptables -N SWARM
for port in tcp:2377 tcp:7946 udp:7946 udp:4789; do
  [ "${port#*:}" = "$LEFT_OUT" ] || iptables -A SWARM -s "$HOST_2_IP" -p "${port%:*}" --dport "${port#*:}" -j ACCEPT
done
iptables -A SWARM -p tcp -m multiport --dports 2377,7946 -j DROP
iptables -A SWARM -p udp -m multiport --dports 7946,4789 -j DROP
iptables -I INPUT -i eth0 -j SWARM
