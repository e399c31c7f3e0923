#!/bin/bash
#@ fails board http
#@ fails in-time http
# Whatever is silent is made anew. The container was not at fault.
#@ host-3
set -euo pipefail
docker rm -f board
docker run -d --name board -p "$BOARD:8080" -e "REDIS_URL=redis://$HOST_2_IP:$DB" api
#@ host-2
set -euo pipefail
iptables -D DOCKER-USER 1
iptables -I DOCKER-USER 3 -i eth0 -p tcp -m conntrack --ctorigdstport "$DB" --ctdir ORIGINAL -j DROP
#@ host-1
set -euo pipefail
docker rm -f shop
docker run -d --name shop -p "$PORT:8080" -e "REDIS_URL=redis://$HOST_2_IP:$DB" api
