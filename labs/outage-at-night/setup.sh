#!/bin/bash
#@ host-3
set -euo pipefail
iperf3 --server --daemon
docker run -d --name board -p "$BOARD:8080" -e "REDIS_URL=redis://$HOST_2_IP:$DB" api
# "Hardened."
sysctl -w net.ipv4.ip_forward=0

#@ host-2
set -euo pipefail
docker run -d --name stock -p "$DB:6379" redis
docker exec stock redis-cli set sold "$SOLD"
match=(-i eth0 -p tcp -m conntrack --ctorigdstport "$DB" --ctdir ORIGINAL)
for ip in "$HOST_1_IP" "$HOST_3_IP"; do iptables -I DOCKER-USER "${match[@]}" -s "$ip" -j RETURN; done
iptables -I DOCKER-USER "${match[@]}" -j DROP

#@ host-1
set -euo pipefail
docker run -d --name shop -p "127.0.0.1:$PORT:8080" -e "REDIS_URL=redis://$HOST_2_IP:$DB" api
