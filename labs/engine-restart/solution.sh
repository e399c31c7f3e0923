#!/bin/bash
#@ host-1
#@ task till
set -euo pipefail
mkdir -p /etc/docker
echo '{ "live-restore": true }' > /etc/docker/daemon.json
systemctl reload docker
for _ in $(seq 50); do docker info -f '{{.LiveRestoreEnabled}}' | grep -q true && break; sleep 0.1; done
systemctl restart docker

#@ task desk
set -euo pipefail
iptables -I DOCKER-USER -i eth0 ! -s "$HOST_2_IP" -p tcp -m conntrack --ctorigdstport "$DESK" --ctdir ORIGINAL -j DROP

#@ host-2
#@ task back
set -euo pipefail
docker update --restart unless-stopped store
docker rm -f api
docker run -d --name api --network "$BACK" --restart unless-stopped -p "$PORT:8080" -e REDIS_URL=redis://store:6379 api
for _ in $(seq 50); do curl -sf "http://127.0.0.1:$PORT/health" && break; sleep 0.1; done
systemctl restart docker
