#!/bin/bash
#@ fails cause choice
# Repaired by trying everything, and "it was the MTU".
set -euo pipefail
answer cause mtu
sysctl -w net.ipv4.ip_forward=1
iptables -D DOCKER-USER -i eth0 ! -s 198.51.100.0/24 -p tcp --dport 8080 -j DROP || true
docker network connect "$NET" stock || true
docker rm -f shop
docker run -d --name shop --network "$NET" -p "$PORT:8080" -e REDIS_URL=redis://stock:6379 api
