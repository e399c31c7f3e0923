#!/bin/bash
#@ fails shop not-reaches
# --dport with the published port: a rule that nothing meets.
set -euo pipefail
iptables -I DOCKER-USER -i eth0 ! -s "$HOST_2_IP" -p tcp --dport "$SHOP" -j DROP
