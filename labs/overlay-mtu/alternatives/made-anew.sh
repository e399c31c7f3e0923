#!/bin/bash
# Containers made anew, the network with a subnet of its own.
set -euo pipefail
docker rm -f src
#@ host-2
set -euo pipefail
docker rm -f dst
#@ host-1
set -euo pipefail
docker network rm "$NET"
for _ in $(seq 50); do docker network inspect "$NET" > /dev/null 2>&1 || break; sleep 0.1; done
docker network create --driver overlay --attachable --subnet 192.168.77.0/24 -o "com.docker.network.driver.mtu=$((FULL + 50))" "$NET"
docker run -d --name src --network "$NET" tools
#@ host-2
set -euo pipefail
docker run -d --name dst --network "$NET" --ip 192.168.77.77 web
answer address 192.168.77.77/24
