#!/bin/bash
#@ fails mtu vxlan
#@ fails full path-mtu
# The MTU that is wanted inside, written where the underlay's belongs: subtracted twice.
set -euo pipefail
docker rm -f src
#@ host-2
set -euo pipefail
docker rm -f dst
#@ host-1
set -euo pipefail
docker network rm "$NET"
for _ in $(seq 50); do docker network inspect "$NET" > /dev/null 2>&1 || break; sleep 0.1; done
docker network create -d overlay --attachable -o "com.docker.network.driver.mtu=$FULL" "$NET"
docker run -d --name src --network "$NET" tools
#@ host-2
set -euo pipefail
docker run -d --name dst --network "$NET" web
