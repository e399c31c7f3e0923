#!/bin/bash
#@ fails in-time script
# All repaired, and the clock with it.
#@ host-3
set -euo pipefail
pkill iperf3
sysctl -w net.ipv4.ip_forward=1
#@ host-2
set -euo pipefail
iptables -D DOCKER-USER 1
iptables -I DOCKER-USER 3 -i eth0 -p tcp -m conntrack --ctorigdstport "$DB" --ctdir ORIGINAL -j DROP
#@ host-1
set -euo pipefail
docker rm -f shop
docker run -d --name shop -p "$PORT:8080" -e "REDIS_URL=redis://$HOST_2_IP:$DB" api
