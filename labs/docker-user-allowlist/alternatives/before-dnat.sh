#!/bin/bash
# Where the published port is still to be seen: raw PREROUTING, before DNAT.
set -euo pipefail
iptables -F DOCKER-USER
for port in "$ADMIN" "$SHOP"; do
  iptables -t raw -I PREROUTING -i eth0 ! -s "$HOST_2_IP" -p tcp --dport "$port" -j DROP
done
