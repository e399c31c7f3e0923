#!/bin/bash
# The engine turns forwarding on when it starts; the allow list before DNAT; shop in a network of its own.
#@ host-3
set -euo pipefail
systemctl restart docker
docker start board

#@ host-2
set -euo pipefail
iptables -F DOCKER-USER
iptables -t raw -A PREROUTING -i eth0 -s "$HOST_1_IP" -j ACCEPT
iptables -t raw -A PREROUTING -i eth0 -s "$HOST_3_IP" -j ACCEPT
iptables -t raw -A PREROUTING -i eth0 -p tcp --dport "$DB" -j DROP

#@ host-1
set -euo pipefail
docker network create front
docker rm -f shop
docker run -d --name shop --network front -p "$HOST_1_IP:$PORT:8080" -e "REDIS_URL=redis://$HOST_2_IP:$DB" api
