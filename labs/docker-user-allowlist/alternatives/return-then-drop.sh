#!/bin/bash
# Two rules for each port, inserted in the order in which they are not to be met.
set -euo pipefail
iptables -F DOCKER-USER
for port in "$ADMIN" "$SHOP"; do
  iptables -I DOCKER-USER -i eth0 -p tcp -m conntrack --ctorigdstport "$port" --ctdir ORIGINAL -j DROP
  iptables -I DOCKER-USER -i eth0 -s "$HOST_2_IP" -p tcp -m conntrack --ctorigdstport "$port" --ctdir ORIGINAL -j RETURN
done
