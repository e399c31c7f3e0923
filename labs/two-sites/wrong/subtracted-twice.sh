#!/bin/bash
#@ fails overlay vxlan
#@ fails through path-mtu
# The MTU that the containers should have, written where the underlay's belongs.
set -euo pipefail
ip link set eth0 mtu 1400
docker rm -f front
#@ host-2
set -euo pipefail
ip link set eth0 mtu 1400
docker rm -f catalogue
#@ host-1
set -euo pipefail
docker network rm "$NET"
for _ in $(seq 50); do docker network inspect "$NET" > /dev/null 2>&1 || break; sleep 0.1; done
docker network create -d overlay --attachable --subnet "10.$THIRD.0.0/24" -o com.docker.network.driver.mtu=1350 "$NET"
docker run -d --name front --network "$NET" tools
#@ host-2
set -euo pipefail
docker run -d --name catalogue --network "$NET" -v /srv/list:/www/list:ro web
