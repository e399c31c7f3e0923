#!/bin/bash
#@ fails in dnat
# Another program of the host in front of it, which takes whatever comes and fetches from shop: by its address of today, without shop's port.
set -euo pipefail
docker rm -f shop
docker run -d --name shop --network "$NET" web sh -c 'mkdir -p /www; echo "shop is open" > /www/index.html; exec busybox httpd -f -p 3000 -h /www'
ADDRESS=$(docker inspect -f "{{(index .NetworkSettings.Networks \"$NET\").IPAddress}}" shop)
mkdir -p /srv/beside
for _ in $(seq 30); do curl -sf "http://$ADDRESS:3000/" > /srv/beside/index.html && break; sleep 0.1; done
setsid python3 -m http.server -d /srv/beside "$PORT" > /dev/null 2>&1 &
