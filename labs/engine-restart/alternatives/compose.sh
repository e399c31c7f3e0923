#!/bin/bash
# host-2 as a project of Compose; on host-1 the engine is restarted twice, since the first time the setting came too late.
#@ host-1
set -euo pipefail
iptables -I DOCKER-USER -i eth0 -p tcp -m conntrack --ctorigdstport "$DESK" --ctdir ORIGINAL -j DROP
iptables -I DOCKER-USER -i eth0 -s "$HOST_2_IP" -p tcp -m conntrack --ctorigdstport "$DESK" --ctdir ORIGINAL -j RETURN
mkdir -p /etc/docker
echo '{ "live-restore": true }' > /etc/docker/daemon.json
systemctl restart docker
docker start till desk
docker exec till redis-cli set sold "$SOLD"
systemctl restart docker

#@ host-2
set -euo pipefail
docker rm -f store api
cat > docker-compose.yml <<FILE
services:
  api:
    image: api
    container_name: api
    restart: unless-stopped
    environment: { REDIS_URL: "redis://store:6379" }
    ports: ["$PORT:8080"]
  store:
    image: redis
    container_name: store
    restart: unless-stopped
FILE
docker-compose up -d
systemctl restart docker
