#!/bin/bash
#@ fails kept network
# Everything plain, the payroll, too.
set -euo pipefail
docker network create -d overlay --attachable "$FRESH"
docker network disconnect "$VAULT" safe
docker network rm "$VAULT"
for _ in $(seq 50); do docker network inspect "$VAULT" > /dev/null 2>&1 || break; sleep 0.1; done
docker network create -d overlay --attachable "$VAULT"
docker network connect "$VAULT" safe
for _ in $(seq 50); do docker network inspect "$FRESH" > /dev/null 2>&1 && break; sleep 0.1; done
docker network connect "$FRESH" front
docker network disconnect "$NET" front
#@ host-2
set -euo pipefail
docker network connect "$FRESH" stock
docker network disconnect "$NET" stock
#@ host-1
set -euo pipefail
docker network rm "$NET"
