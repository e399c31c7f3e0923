#!/bin/bash
#@ fails shop script
#@ fails desk reaches
#@ fails lasts script
# "The port is not open, so publish it." Publishing sends packets to the container's address, where nobody listens.
set -euo pipefail
docker rm -f pricing
docker run -d --name pricing --network "$NET" --stop-timeout 1 -p "$PORT:$PORT" -e "PRICE=$PRICE" -v /srv/pricing:/etc/pricing:ro web sh /etc/pricing/start
docker network connect office pricing
