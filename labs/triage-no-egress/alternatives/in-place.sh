#!/bin/bash
# Each fault mended where it is.
set -euo pipefail
answer cause "$FAULT"
case $FAULT in
  internal) docker network connect bridge box ;;
  masquerade)
    subnet=$(docker network inspect -f '{{(index .IPAM.Config 0).Subnet}}' "$NET")
    iptables -t nat -I POSTROUTING -s "$subnet" -o eth0 -j MASQUERADE ;;
  dns)
    docker rm -f box
    docker run -d --name box --network "$NET" tools ;;
  forward) echo 1 > /proc/sys/net/ipv4/ip_forward ;;
esac
