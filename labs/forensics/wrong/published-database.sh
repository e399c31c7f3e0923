#!/bin/bash
#@ fails kept not-published
# Reached by a port of the host, the sales put back by hand: now the LAN reaches it, too.
set -euo pipefail
answer cause "$CAUSE"
sysctl -w net.ipv4.ip_forward=1
iptables -D DOCKER-USER -i eth0 ! -s 198.51.100.0/24 -p tcp --dport 8080 -j DROP || true
docker rm -f shop stock
docker run -d --name stock -p 6379:6379 redis
docker exec stock redis-cli set sold "$SOLD"
docker run -d --name shop --network "$NET" -p "$PORT:8080" -e "REDIS_URL=redis://$HOST_1_IP:6379" api
