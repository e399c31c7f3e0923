#!/bin/bash
#@ host-2
set -euo pipefail
sysctl -qw net.ipv6.conf.all.disable_ipv6=0
ip address add "fd00:$SITE::2/64" dev eth0 nodad
#@ host-1
set -euo pipefail
sysctl -qw net.ipv6.conf.all.disable_ipv6=0
ip address add "fd00:$SITE::1/64" dev eth0 nodad
docker network create --subnet "10.$SUBNET.0.0/24" "$NET"
docker run -d --name shop --network "$NET" -p "0.0.0.0:$SHOP:80" web
docker run -d --name admin --network "$NET" -p "$ADMIN:80" web
iptables -I DOCKER-USER -i eth0 -p tcp -m conntrack --ctorigdstport "$ADMIN" --ctdir ORIGINAL -j DROP
