#!/bin/bash
#@ task networks
set -euo pipefail
docker network create "$FRONT"
docker network create "$BACK"

#@ task endpoints
set -euo pipefail
docker network connect "$FRONT" web
docker network connect "$BACK" web
docker network connect "$BACK" redis
docker network disconnect bridge redis

#@ task address
set -euo pipefail
answer address "$(docker inspect -f "{{(index .NetworkSettings.Networks \"$BACK\").IPAddress}}" web)"

#@ task veth
set -euo pipefail
pid=$(docker inspect -f '{{.State.Pid}}' redis)
index=$(nsenter -t "$pid" -n ip -j link | jq '.[] | select(.ifname != "lo") | .link_index')
answer veth "$(ip -j link | jq -r ".[] | select(.ifindex == $index) | .ifname")"
