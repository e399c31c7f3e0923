#!/bin/bash
# The container made anew, and a rule that lets its port through in front of whatever else there is.
set -euo pipefail
docker rm -f shop
docker run -d --name shop --network "$NET" -p "0.0.0.0:$PORT:3000" \
  web sh -c 'mkdir -p /www; echo "shop is open" > /www/index.html; exec busybox httpd -f -p 0.0.0.0:3000 -h /www'
iptables -I FORWARD -i eth0 -p tcp -m conntrack --ctorigdstport "$PORT" --ctdir ORIGINAL -j ACCEPT
