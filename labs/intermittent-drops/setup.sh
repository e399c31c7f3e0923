#!/bin/bash
# The hosts believe in 1500, as hosts do where a VPN or a provider lies in between. Without offloads each packet goes on the
# wire as it is; the virtual cable would otherwise let a large one made of many through.
#@ host-2
set -euo pipefail
ethtool -K eth0 tso off gso off > /dev/null
ip link set eth0 mtu 1500
#@ host-1
set -euo pipefail
ethtool -K eth0 tso off gso off > /dev/null
ip link set eth0 mtu 1500
mkdir -p /srv/reports
head -c 500 /dev/zero > /srv/reports/daily
head -c "$((KIB * 1024))" /dev/zero > /srv/reports/monthly
docker network create "$NET"
docker run -d --name reports --network "$NET" --stop-timeout 1 -p "$PORT:80" -v /srv/reports:/srv/reports:ro \
  web busybox httpd -f -p 80 -h /srv/reports &
docker run -d --name reader --network "$NET" tools &
wait -n && wait -n
