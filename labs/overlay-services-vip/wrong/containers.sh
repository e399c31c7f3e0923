#!/bin/bash
#@ fails address service
#@ fails address script
#@ fails mesh service
#@ fails mesh script
# Containers under a shared alias: a list of addresses, and a port of one host that belongs to one of them.
set -euo pipefail
docker run -d --name "$SVC-1" --network "$NET" --network-alias "$SVC" -p "$PORT:80" web
for n in $(seq 2 "$COUNT"); do docker run -d --name "$SVC-$n" --network "$NET" --network-alias "$SVC" web; done
