#!/bin/bash
#@ task in
set -euo pipefail
anew() {
  docker rm -f shop
  docker run -d --name shop --network "$NET" -p "$PORT:3000" -e LISTEN=3000 \
    web sh -c 'mkdir -p /www; echo "shop is open" > /www/index.html; exec busybox httpd -f -p "$LISTEN" -h /www'
}
case $CAUSE in
  binding | listener) anew ;;
  docker-user) iptables -D DOCKER-USER -i eth0 -p tcp --dport 3000 -j DROP ;;
  forward) iptables -D FORWARD -i eth0 -p tcp --dport 3000 -m conntrack --ctstate NEW -j DROP ;;
esac
