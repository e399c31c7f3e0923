#!/bin/bash
set -euo pipefail
docker network create --subnet "10.$SUBNET.0.0/24" "$NET"
ports=()
for n in $(seq 0 "$MORE"); do ports+=(-p "$((PAGES + n)):80"); done
# At once, so that the addresses come in no order.
pids=()
docker run -d --name stock --network "$NET" redis & pids+=($!)
docker run -d --name carts --network "$NET" redis & pids+=($!)
docker run -d --name pages --network "$NET" "${ports[@]}" web & pids+=($!)
docker run -d --name shop --network "$NET" -e REDIS_URL=redis://stock:6379 -p "$SHOP:8080" api & pids+=($!)
for pid in "${pids[@]}"; do wait "$pid"; done
# As Docker leaves it on a machine where it was Docker that turned forwarding on.
iptables -P FORWARD DROP
# The hole.
address=$(docker inspect -f "{{(index .NetworkSettings.Networks \"$NET\").IPAddress}}" "$BEHIND")
iptables -t nat -A PREROUTING -i eth0 -p tcp --dport "$EXTRA" -j DNAT --to-destination "$address:6379"
iptables -I DOCKER-USER -i eth0 -p tcp -m conntrack --ctorigdstport "$SHOP" --ctdir ORIGINAL -s 198.51.100.0/24 -j DROP
iptables -I DOCKER-USER -d "$address" -i eth0 -p tcp --dport 6379 -j ACCEPT
# Rules that mean well.
for n in $(seq "$BEFORE"); do iptables -I DOCKER-USER -s "203.0.113.$((n * 7))" -i eth0 -j DROP; done
