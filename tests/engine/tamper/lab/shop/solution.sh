#!/bin/bash
set -euo pipefail
docker network create --opt com.docker.network.driver.mtu=1400 "$NET"
docker network connect --alias store "$NET" redis
docker network disconnect bridge redis
docker network connect "$NET" api
docker network disconnect bridge api
for _ in $(seq 100); do curl -sf "http://127.0.0.1:$PORT/health" && break; sleep 0.1; done
answer veth "$(ip -o link show type veth | sed -n "s/^$(docker exec redis cat /sys/class/net/eth1/iflink 2>/dev/null || docker exec redis cat /sys/class/net/eth0/iflink): \([^@:]*\).*/\1/p")"
