#!/bin/bash
# shop as a service of Compose; rules of the wrong kind are looked up and deleted by their number.
set -euo pipefail
docker rm -f shop
cat > docker-compose.yml <<FILE
services:
  shop:
    image: web
    container_name: shop
    command: ["sh", "-c", "mkdir -p /www; echo shop is open > /www/index.html; exec busybox httpd -f -p 3000 -h /www"]
    ports: ["$HOST_1_IP:$PORT:3000"]
    networks: [$NET]
networks:
  $NET: { external: true }
FILE
docker-compose up -d
for chain in FORWARD DOCKER-USER; do
  number=$(iptables -nL "$chain" --line-numbers | awk '/DROP/ && /dpt:3000/ { print $1 }')
  [ -z "$number" ] || iptables -D "$chain" "$number"
done
