#!/bin/bash
#@ task cause
answer cause "$CAUSE"

#@ task repaired
set -euo pipefail
case "$CAUSE" in
  rule) iptables -D DOCKER-USER -i eth0 ! -s 198.51.100.0/24 -p tcp --dport 8080 -j DROP ;;
  network) docker network connect "$NET" stock ;;
  forward) sysctl -w net.ipv4.ip_forward=1 ;;
  loopback | port | address)
    docker rm -f shop
    docker run -d --name shop --network "$NET" -p "$PORT:8080" -e REDIS_URL=redis://stock:6379 api
    ;;
esac
