#!/bin/bash
#@ host-2
#@ task plain
set -euo pipefail
docker network disconnect "$PLAIN" two
#@ host-1
set -euo pipefail
docker network disconnect "$PLAIN" one
docker network rm "$PLAIN"
for _ in $(seq 50); do docker network inspect "$PLAIN" > /dev/null 2>&1 || break; sleep 0.1; done
docker network create -d overlay --attachable "$PLAIN"
docker network connect "$PLAIN" one
#@ host-2
set -euo pipefail
docker network connect "$PLAIN" two

#@ host-1
#@ task vault
set -euo pipefail
docker network create -d overlay --attachable --opt encrypted "$VAULT"
docker run -d --name safe --network "$VAULT" web
#@ host-2
set -euo pipefail
docker run -d --name clerk --network "$VAULT" tools
