#!/bin/bash
#@ fails shop not-reaches
#@ fails admin reaches
# INPUT: shown as closed, in fact open.
set -euo pipefail
iptables -I INPUT -i eth0 ! -s "$HOST_2_IP" -p tcp --dport "$SHOP" -j DROP
iptables -I INPUT -i eth0 -s "$HOST_2_IP" -p tcp --dport "$ADMIN" -j ACCEPT
