#!/bin/bash
#@ task target
set -euo pipefail
answer target "$(docker inspect -f '{{.NetworkSettings.Networks.bridge.IPAddress}}' shop)"

#@ task shop
set -euo pipefail
iptables -D DOCKER-USER -i eth0 -p tcp --dport 80 -j DROP

#@ task admin
set -euo pipefail
docker rm -f admin
docker run -d --name admin -p "$ADMIN:80" web
