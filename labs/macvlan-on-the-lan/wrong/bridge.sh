#!/bin/bash
#@ fails network network
#@ fails neighbour macvlan
# A bridge with published ports: reachable, but at the host's address.
set -euo pipefail
docker network create "$NET"
docker run -d --name meter --network "$NET" -p 8001:80 web
docker run -d --name scale --network "$NET" -p 8002:80 web
docker run -d --name box --network "$NET" tools
