#!/bin/bash
# The same container made anew, with a configuration of its own that names a port only.
set -euo pipefail
docker rm -f pricing
mkdir -p /srv/pricing-2
sed "s/^LISTEN=.*/LISTEN=$PORT/" /srv/pricing/pricing.conf > /srv/pricing-2/pricing.conf
cp /srv/pricing/start /srv/pricing-2/
docker run -d --name pricing --network office --stop-timeout 1 -e "PRICE=$PRICE" -v /srv/pricing-2:/etc/pricing:ro web sh /etc/pricing/start
docker network connect "$NET" pricing
