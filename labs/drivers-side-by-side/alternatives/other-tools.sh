#!/bin/bash
# host-2 is the manager; addresses that are asked for; the figures are curl's.
set -euo pipefail
docker run -d --name on-host --network host web
docker network create --subnet 192.168.90.0/24 "$NET"
docker run -d --name on-bridge --network "$NET" -p "$HOST_1_IP:$PORT:80" web
docker network create -d macvlan -o parent=eth0 --subnet "$LAN_SUBNET" --gateway "$LAN_GATEWAY" street
docker run -d --name on-macvlan --network street --ip "${LAN_SUBNET%.*}.$((FIRST + 9))" web
#@ host-2
set -euo pipefail
docker swarm init --advertise-addr "$HOST_2_IP"
share TOKEN="$(docker swarm join-token --quiet worker)"
docker network create -d overlay --attachable --subnet 10.66.0.0/24 "$NET-far"
docker run -d --name far --network "$NET-far" tools
#@ host-1
set -euo pipefail
docker swarm join --token "$TOKEN" "$HOST_2_IP:2377"
docker run -d --name on-overlay --network "$NET-far" --ip 10.66.0.77 web
#@ host-2
set -euo pipefail
pid=$(docker inspect -f '{{.State.Pid}}' far)
best() {
  for _ in $(seq 40); do "$@"; sleep 0.01; done | sort -n | awk 'NR == 1 { print $1 * 1000000 }'
}
connect() { curl -s -o /dev/null -w '%{time_connect}\n' "http://$1/"; }
inside() { nsenter -t "$pid" -n curl -s -o /dev/null -w '%{time_connect}\n' http://10.66.0.77/; }
inside
{
  echo "overlay $(best inside)"
  echo "bridge $(best connect "$HOST_1_IP:$PORT")"
  echo "macvlan $(best connect "${LAN_SUBNET%.*}.$((FIRST + 9))")"
  echo "host $(best connect "$HOST_1_IP")"
} > /root/rtt.txt
