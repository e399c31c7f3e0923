#!/bin/bash
set -euo pipefail
docker network create "$NET"
docker network create office
mkdir -p /srv/pricing
cat > /srv/pricing/pricing.conf <<CONF
# As on the old machine, where shop ran beside it.
LISTEN=127.0.0.1:$PORT
# Whoever gets here sets prices.
ADMIN=127.0.0.1:$ADMIN
CONF
cat > /srv/pricing/start <<'START'
. /etc/pricing/pricing.conf
mkdir -p /prices /admin
echo "price $PRICE" > /prices/price
echo "prices are set here" > /admin/index.html
busybox httpd -p "$ADMIN" -h /admin
echo "pricing: ready on port ${LISTEN##*:}"
exec busybox httpd -f -p "$LISTEN" -h /prices
START
docker run -d --name pricing --network "$NET" --stop-timeout 1 -e "PRICE=$PRICE" -v /srv/pricing:/etc/pricing:ro web sh /etc/pricing/start
docker network connect office pricing
docker run -d --name shop --network "$NET" tools &
docker run -d --name desk --network office tools &
wait -n && wait -n
