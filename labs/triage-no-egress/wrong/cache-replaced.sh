#!/bin/bash
#@ fails kept script
# All made anew, and the hits are gone.
set -euo pipefail
sysctl -w net.ipv4.ip_forward=1
docker rm -f box cache
docker network rm "$NET"
docker network create "$NET"
docker run -d --name cache --network "$NET" redis
docker run -d --name box --network "$NET" tools
