#!/bin/bash
#@ fails plain network
#@ fails plain vxlan
# Another word for no. The key is there, so it is encrypted.
set -euo pipefail
docker rm -f one
#@ host-2
set -euo pipefail
docker rm -f two
#@ host-1
set -euo pipefail
docker network rm "$PLAIN"
for _ in $(seq 50); do docker network inspect "$PLAIN" > /dev/null 2>&1 || break; sleep 0.1; done
docker network create -d overlay --attachable --opt encrypted=0 "$PLAIN"
docker run -d --name one --network "$PLAIN" tools
#@ host-2
set -euo pipefail
docker run -d --name two --network "$PLAIN" web
