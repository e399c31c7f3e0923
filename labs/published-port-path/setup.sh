#!/bin/bash
set -euo pipefail
docker run -d --name shop -p "$SHOP:80" web
docker run -d --name admin -p "127.0.0.1:$ADMIN:80" web
# Somebody wanted to close a port named 80 to the LAN. The published one is another, and still it is shop that suffers.
iptables -I DOCKER-USER -i eth0 -p tcp --dport 80 -j DROP
