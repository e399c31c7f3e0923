#!/bin/bash
#@ fails overlay network
#@ fails measured command
# encrypted=false, which encrypts; and figures from somebody's table, with their units and without one of the four.
set -euo pipefail
docker run -d --name on-host --network host web
docker network create "$NET"
docker run -d --name on-bridge --network "$NET" -p "$PORT:80" web
docker swarm init --advertise-addr "$HOST_1_IP"
share TOKEN="$(docker swarm join-token --quiet worker)"
docker network create -d overlay --attachable --opt encrypted=false "$NET-far"
docker run -d --name on-overlay --network "$NET-far" web
#@ host-2
set -euo pipefail
docker swarm join --token "$TOKEN" "$HOST_1_IP:2377"
docker run -d --name far --network "$NET-far" tools
printf 'host 0\nbridge 30\noverlay 150\n' > /root/rtt.txt
