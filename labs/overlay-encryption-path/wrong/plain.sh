#!/bin/bash
#@ fails sealed network
#@ fails sealed script
# The usual repair: encryption is what broke it, so it goes. The page is there, for everybody on the wire.
set -euo pipefail
docker rm -f safe
#@ host-2
set -euo pipefail
docker rm -f clerk
#@ host-1
set -euo pipefail
docker network rm "$NET"
for _ in $(seq 50); do docker network inspect "$NET" > /dev/null 2>&1 || break; sleep 0.1; done
docker network create -d overlay --attachable "$NET"
docker run -d --name safe --network "$NET" web
#@ host-2
set -euo pipefail
docker run -d --name clerk --network "$NET" tools sh -c 'while :; do ping -i 0.2 -w 5 safe || sleep 1; done'
