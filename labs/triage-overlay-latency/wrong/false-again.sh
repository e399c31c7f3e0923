#!/bin/bash
#@ fails fresh network
#@ fails fresh vxlan
# The advice from the web, once more: a new network, encrypted=false.
set -euo pipefail
docker network create -d overlay --attachable --opt encrypted=false "$FRESH"
for _ in $(seq 50); do docker network inspect "$FRESH" > /dev/null 2>&1 && break; sleep 0.1; done
docker network connect "$FRESH" front
docker network disconnect "$NET" front
#@ host-2
set -euo pipefail
docker network connect "$FRESH" stock
docker network disconnect "$NET" stock
