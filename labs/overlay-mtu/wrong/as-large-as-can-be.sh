#!/bin/bash
#@ fails mtu vxlan
#@ fails address address-of
# 9000, because that is what "jumbo" means. Packets of the right size pass; larger ones are sent, too. And the wrong address.
set -euo pipefail
docker rm -f src
#@ host-2
set -euo pipefail
docker rm -f dst
#@ host-1
set -euo pipefail
docker network rm "$NET"
for _ in $(seq 50); do docker network inspect "$NET" > /dev/null 2>&1 || break; sleep 0.1; done
docker network create -d overlay --attachable -o com.docker.network.driver.mtu=9000 "$NET"
docker run -d --name src --network "$NET" tools
#@ host-2
set -euo pipefail
docker run -d --name dst --network "$NET" web
answer address 172.18.0.3
