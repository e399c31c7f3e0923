#!/bin/bash
#@ fails shop http
#@ fails shop not-reaches
#@ fails report http
# "localhost, so publish it." A published port opens on the host, never on a container's loopback.
set -euo pipefail
docker rm -f db
docker run -d --name db --network "$NET" -p 6379:6379 -p "$DB:6379" redis
docker restart -t 0 shop report
