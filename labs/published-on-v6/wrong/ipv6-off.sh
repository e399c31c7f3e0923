#!/bin/bash
#@ fails shop http
# No IPv6, no hole, and no shop.
set -euo pipefail
docker rm -f shop
docker run -d --name shop --network "$NET" -p "$SHOP:80" web
sysctl -qw net.ipv6.conf.eth0.disable_ipv6=1
