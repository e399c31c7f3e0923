#!/bin/bash
#@ fails shop http
#@ fails admin http
#@ fails target address-of
# A rule for the published port is never met: in DOCKER-USER the port is the container's already.
set -euo pipefail
iptables -I DOCKER-USER -i eth0 -p tcp --dport "$SHOP" -j ACCEPT
iptables -I INPUT -p tcp --dport "$SHOP" -j ACCEPT
answer target "$HOST_1_IP"
