#!/bin/bash
#@ task network
set -euo pipefail
docker network create "$NET"

#@ task members
set -euo pipefail
docker network connect "$NET" box
docker network disconnect bridge box
docker run -d --name web --network "$NET" -p "$PORT:80" web

#@ task veth
set -euo pipefail
pid=$(docker inspect -f '{{.State.Pid}}' web)
index=$(nsenter -t "$pid" -n ip -j link | jq '.[] | select(.ifname != "lo") | .link_index')
answer veth "$(ip -j link | jq -r ".[] | select(.ifindex == $index) | .ifname")"
