#!/bin/bash
#@ fails kept script
# Everything of the application made anew: it works, and what was sold is gone.
set -euo pipefail
answer cause "$CAUSE"
sysctl -w net.ipv4.ip_forward=1
iptables -D DOCKER-USER -i eth0 ! -s 198.51.100.0/24 -p tcp --dport 8080 -j DROP || true
docker rm -f shop stock
docker run -d --name stock --network "$NET" redis
docker run -d --name shop --network "$NET" -p "$PORT:8080" -e REDIS_URL=redis://stock:6379 api
