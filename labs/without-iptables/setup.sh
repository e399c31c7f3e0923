#!/bin/bash
#@ host-2
set -euo pipefail
docker run -d --name web -p "$DEPOT:80" web
#@ host-1
set -euo pipefail
mkdir -p /etc/docker
echo '{ "iptables": false, "ip6tables": false }' > /etc/docker/daemon.json
systemctl restart docker
# What the engine had written before it was told not to.
for table in raw nat filter; do iptables -t $table -F; iptables -t $table -X; done
iptables -P FORWARD ACCEPT
# What the other program wrote.
iptables -A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
iptables -A INPUT -s 203.0.113.0/24 -j DROP
docker network create --subnet "10.$FIRST.0.0/24" "$NET"
docker network create --subnet "10.$SECOND.0.0/24" "$OTHER"
pids=()
docker run -d --name db --network "$NET" redis & pids+=($!)
docker run -d --name guest --network "$OTHER" web & pids+=($!)
docker run -d --name shop --network "$NET" -e REDIS_URL=redis://db:6379 -p "$SHOP:8080" api & pids+=($!)
for pid in "${pids[@]}"; do wait "$pid"; done
