#!/bin/bash
# Both containers anew, on networks with subnets of one's own.
set -euo pipefail
docker network create --subnet 192.168.80.0/24 "$FRONT"
docker network create --subnet 192.168.81.0/24 "$BACK"
docker rm -f web redis
docker run -d --name redis --network "$BACK" redis
docker run -d --name web --network "$FRONT" web
docker network connect --ip 192.168.81.40 "$BACK" web
answer address 192.168.81.40
for path in /sys/class/net/veth*; do
  name=${path##*/}
  pid=$(docker inspect -f '{{.State.Pid}}' redis)
  if [ "$(cat "$path/ifindex")" = "$(nsenter -t "$pid" -n ip -o link | sed -n 's/.*eth0@if\([0-9]*\):.*/\1/p')" ]; then
    answer veth "$name"
  fi
done
