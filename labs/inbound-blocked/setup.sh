#!/bin/bash
# One of four causes, drawn by $CAUSE; everything else is the same.
#@ host-2
set -euo pipefail
docker run -d --name partner -p "$PARTNER:80" web
#@ host-1
set -euo pipefail
docker network create "$NET"
published=$PORT listens=3000
case $CAUSE in
  binding) published=127.0.0.1:$PORT ;;
  listener) listens=127.0.0.1:3000 ;;
esac
docker run -d --name shop --network "$NET" --stop-timeout 1 -p "$published:3000" -e "LISTEN=$listens" \
  web sh -c 'mkdir -p /www; echo "shop is open" > /www/index.html; exec busybox httpd -f -p "$LISTEN" -h /www' &
docker run -d --name desk --network "$NET" -p "$DESK:80" web &
wait -n && wait -n
iptables -I DOCKER-USER -i eth0 ! -s "$HOST_2_IP" -p tcp -m conntrack --ctorigdstport "$DESK" --ctdir ORIGINAL -j DROP
case $CAUSE in
  docker-user) iptables -I DOCKER-USER -i eth0 -p tcp --dport 3000 -j DROP ;;
  forward) iptables -I FORWARD -i eth0 -p tcp --dport 3000 -m conntrack --ctstate NEW -j DROP ;;
esac
