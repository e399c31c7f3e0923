#!/bin/bash
# The configuration stays; the start adds a listener on each address that the container then has.
set -euo pipefail
cat > /srv/pricing/first <<'FIRST'
. /etc/pricing/pricing.conf
mkdir -p /prices
for address in $(ip -4 addr | sed -n 's/.*inet \([0-9.]*\)\/.* scope global.*/\1/p'); do
  busybox httpd -p "$address:${LISTEN##*:}" -h /prices
done
. /etc/pricing/start
FIRST
docker rm -f pricing
docker create --name pricing --network "$NET" --stop-timeout 1 -e "PRICE=$PRICE" -v /srv/pricing:/etc/pricing:ro web sh /etc/pricing/first
docker network connect office pricing
docker start pricing
