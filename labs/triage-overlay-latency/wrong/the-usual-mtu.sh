#!/bin/bash
#@ fails fresh vxlan
#@ fails pages path-mtu
# Plain, with the number that everybody gives for the MTU of an overlay.
set -euo pipefail
docker network create -d overlay --attachable --opt com.docker.network.driver.mtu=1450 "$FRESH"
for _ in $(seq 50); do docker network inspect "$FRESH" > /dev/null 2>&1 && break; sleep 0.1; done
docker network connect "$FRESH" front
docker network disconnect "$NET" front
#@ host-2
set -euo pipefail
docker network connect "$FRESH" stock
docker network disconnect "$NET" stock
