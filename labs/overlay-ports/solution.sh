#!/bin/bash
#@ task joined
set -euo pipefail
iptables -nvL SWARM
for port in tcp:2377 tcp:7946 udp:7946 udp:4789; do
  rule=(-s "$HOST_2_IP" -p "${port%:*}" --dport "${port#*:}" -j ACCEPT)
  iptables -C SWARM "${rule[@]}" || iptables -I SWARM "${rule[@]}"
done
share TOKEN="$(docker swarm join-token --quiet worker)"
#@ host-2
set -euo pipefail
docker swarm join --token "$TOKEN" "$HOST_1_IP:2377"

#@ task name
set -euo pipefail
docker run -d --name two --network "$NET" web

#@ host-1
#@ task data
set -euo pipefail
for _ in $(seq 20); do docker exec one getent hosts two && break; sleep 0.5; done
docker exec one wget -qO - -T 3 http://two
