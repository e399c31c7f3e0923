#!/bin/bash
#@ task admin
set -euo pipefail
iptables -F DOCKER-USER
iptables -I DOCKER-USER -i eth0 ! -s "$HOST_2_IP" -p tcp -m conntrack --ctorigdstport "$ADMIN" --ctdir ORIGINAL -j DROP

#@ task shop
set -euo pipefail
iptables -I DOCKER-USER -i eth0 ! -s "$HOST_2_IP" -p tcp -m conntrack --ctorigdstport "$SHOP" --ctdir ORIGINAL -j DROP
