#!/bin/bash
# Nothing is forwarded but what is listed, and what leaves gets the address that the host has.
set -euo pipefail
address=$(docker inspect -f "{{(index .NetworkSettings.Networks \"$NET\").IPAddress}}" shop)
iptables -t nat -A POSTROUTING -s "10.$FIRST.0.0/24" -o eth0 -j SNAT --to-source "$HOST_1_IP"
iptables -t nat -A PREROUTING -d "$HOST_1_IP" -p tcp --dport "$SHOP" -j DNAT --to-destination "$address:8080"
iptables -P FORWARD DROP
iptables -A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
iptables -A FORWARD -s "10.$FIRST.0.0/24" -o eth0 -j ACCEPT
iptables -A FORWARD -i eth0 -d "$address" -p tcp --dport 8080 -j ACCEPT
iptables -A FORWARD -s "10.$FIRST.0.0/24" -d "10.$FIRST.0.0/24" -j ACCEPT
