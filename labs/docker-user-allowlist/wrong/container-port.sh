#!/bin/bash
#@ fails shop reaches
# --dport 80 closes shop, and with it everything else that listens on 80.
set -euo pipefail
iptables -F DOCKER-USER
iptables -I DOCKER-USER -i eth0 ! -s "$HOST_2_IP" -p tcp --dport 80 -j DROP
