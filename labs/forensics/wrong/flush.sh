#!/bin/bash
#@ fails kept not-reaches
# The rules are in the way: away with them all. And then the repair.
set -euo pipefail
answer cause "$CAUSE"
case "$CAUSE" in
  rule) ;;
  network) docker network connect "$NET" stock ;;
  forward) sysctl -w net.ipv4.ip_forward=1 ;;
  loopback | port | address)
    docker rm -f shop
    docker run -d --name shop --network "$NET" -p "$PORT:8080" -e REDIS_URL=redis://stock:6379 api
    ;;
esac
iptables -F DOCKER-USER
