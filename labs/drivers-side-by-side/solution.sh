#!/bin/bash
#@ task host
set -euo pipefail
docker run -d --name on-host --network host web

#@ task bridge
set -euo pipefail
docker network create "$NET"
docker run -d --name on-bridge --network "$NET" -p "$PORT:80" web

#@ task macvlan
set -euo pipefail
docker network create -d macvlan -o parent=eth0 --subnet "$LAN_SUBNET" --gateway "$LAN_GATEWAY" \
  --ip-range "${LAN_SUBNET%.*}.$FIRST/28" "$NET-lan"
docker run -d --name on-macvlan --network "$NET-lan" web

#@ task overlay
set -euo pipefail
docker swarm init --advertise-addr "$HOST_1_IP"
share TOKEN="$(docker swarm join-token --quiet worker)"
docker network create -d overlay --attachable "$NET-far"
docker run -d --name on-overlay --network "$NET-far" web
#@ host-2
set -euo pipefail
docker swarm join --token "$TOKEN" "$HOST_1_IP:2377"
docker run -d --name far --network "$NET-far" tools

#@ host-1
#@ task measured
set -euo pipefail
share LAN_ADDRESS="$(docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' on-macvlan)"
share FAR_ADDRESS="$(docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' on-overlay)"
#@ host-2
set -euo pipefail
pid=$(docker inspect -f '{{.State.Pid}}' far)
# In turn and three times, so that what else the machine does meets all of them.
for _ in 1 2 3; do
  echo "host $(rtt "$HOST_1_IP" 80)"
  echo "macvlan $(rtt "$LAN_ADDRESS" 80)"
  echo "bridge $(rtt "$HOST_1_IP" "$PORT")"
  echo "overlay $(nsenter -t "$pid" -n rtt "$FAR_ADDRESS" 80)"
done | awk '!($1 in best) || $3 < best[$1] { best[$1] = $3 } END { for (name in best) print name, best[name] }' > /root/rtt.txt
