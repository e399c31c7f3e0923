#!/bin/bash
#@ fails desk rule
#@ fails back container
# Mended after the restart, by hand: right until the next one.
#@ host-1
set -euo pipefail
mkdir -p /etc/docker
echo '{ "live-restore": true }' > /etc/docker/daemon.json
systemctl reload docker
for _ in $(seq 50); do docker info -f '{{.LiveRestoreEnabled}}' | grep -q true && break; sleep 0.1; done
systemctl restart docker
iptables -I DOCKER -i eth0 ! -s "$HOST_2_IP" -p tcp --dport 80 -j DROP
#@ host-2
set -euo pipefail
docker rm -f api
docker run -d --name api --network "$BACK" -p "$PORT:8080" -e REDIS_URL=redis://store:6379 api
systemctl restart docker
docker start store api
