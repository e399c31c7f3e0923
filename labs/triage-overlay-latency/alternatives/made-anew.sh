#!/bin/bash
# Containers made anew instead of moved.
set -euo pipefail
docker network create -d overlay --attachable --subnet 10.77.0.0/24 "$FRESH"
docker rm -f front
docker run -d --name front --network "$FRESH" tools
#@ host-2
set -euo pipefail
docker rm -f stock
docker run -d --name stock --hostname stock --network "$FRESH" web
#@ host-1
set -euo pipefail
docker network rm "$NET"
