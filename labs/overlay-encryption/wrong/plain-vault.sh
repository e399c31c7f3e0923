#!/bin/bash
#@ fails vault network
#@ fails vault vxlan
# A name that sounds safe and the MTU of an encrypted network, without encryption.
set -euo pipefail
docker rm -f one
#@ host-2
set -euo pipefail
docker rm -f two
#@ host-1
set -euo pipefail
docker network rm "$PLAIN"
for _ in $(seq 50); do docker network inspect "$PLAIN" > /dev/null 2>&1 || break; sleep 0.1; done
docker network create -d overlay --attachable "$PLAIN"
docker network create -d overlay --attachable --opt com.docker.network.driver.mtu=1424 "$VAULT"
docker run -d --name one --network "$PLAIN" tools
docker run -d --name safe --network "$VAULT" web
#@ host-2
set -euo pipefail
docker run -d --name two --network "$PLAIN" web
docker run -d --name clerk --network "$VAULT" tools
