#!/bin/bash
# Containers made anew, subnets chosen, the option with a value.
set -euo pipefail
docker rm -f one
#@ host-2
set -euo pipefail
docker rm -f two
#@ host-1
set -euo pipefail
docker network rm "$PLAIN"
for _ in $(seq 50); do docker network inspect "$PLAIN" > /dev/null 2>&1 || break; sleep 0.1; done
docker network create --driver overlay --attachable --subnet 10.90.0.0/24 "$PLAIN"
docker network create --driver overlay --attachable --subnet 10.91.0.0/24 -o encrypted=true "$VAULT"
docker run -d --name one --network "$PLAIN" tools
docker run -d --name safe --network "$VAULT" web
#@ host-2
set -euo pipefail
docker run -d --name two --network "$PLAIN" web
docker run -d --name clerk --network "$VAULT" tools
