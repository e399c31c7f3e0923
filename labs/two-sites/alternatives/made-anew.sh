#!/bin/bash
# Everything made anew, the network first.
set -euo pipefail
ip link set dev eth0 mtu "$LINE_MTU"
docker rm -f front
#@ host-2
set -euo pipefail
ip link set dev eth0 mtu "$LINE_MTU"
docker rm -f catalogue
#@ host-1
set -euo pipefail
docker network rm "$NET"
for _ in $(seq 50); do docker network inspect "$NET" > /dev/null 2>&1 || break; sleep 0.1; done
docker network create --driver overlay --attachable -o "com.docker.network.driver.mtu=$LINE_MTU" --subnet "10.$THIRD.0.0/24" "$NET"
docker run -d --name front --network "$NET" tools
#@ host-2
set -euo pipefail
docker run -d --name catalogue --network "$NET" -v /srv/list:/www/list:ro web
