#!/bin/bash
#@ fails shop resolves
#@ fails desk resolves
#@ fails lasts not-reaches
# On the host's network, "so that all can reach it": it loses its name, and the LAN reaches it, too.
set -euo pipefail
sed -i 's/^LISTEN=127.0.0.1:/LISTEN=0.0.0.0:/' /srv/pricing/pricing.conf
docker rm -f pricing
docker run -d --name pricing --network host --stop-timeout 1 -e "PRICE=$PRICE" -v /srv/pricing:/etc/pricing:ro web sh /etc/pricing/start
