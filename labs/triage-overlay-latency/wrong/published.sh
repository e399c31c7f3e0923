#!/bin/bash
#@ fails fresh network
#@ fails pages resolves
# Past the overlay: stock published on host-2, open to the whole LAN, and front told an address.
set -euo pipefail
docker rm -f front
docker run -d --name front --add-host "stock:$HOST_2_IP" tools
#@ host-2
set -euo pipefail
docker rm -f stock
docker run -d --name stock --hostname stock -p 80:80 web
