#!/bin/bash
# shop on a network of its own with stock, whatever the cause was; the foreign rule deleted by its number.
set -euo pipefail
answer cause "$CAUSE"
sysctl -w net.ipv4.ip_forward=1
number=$(iptables -nL DOCKER-USER --line-numbers | awk '/198.51.100.0/ { print $1 }')
[ -z "$number" ] || iptables -D DOCKER-USER "$number"
docker network create fresh
docker network connect fresh stock
docker rm -f shop
docker run -d --name shop --network fresh -p "$HOST_1_IP:$PORT:8080" -e REDIS_URL=redis://stock:6379 api
