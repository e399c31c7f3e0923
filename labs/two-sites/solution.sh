#!/bin/bash
#@ task underlay
set -euo pipefail
ip link set eth0 mtu 1400
#@ host-2
set -euo pipefail
ip link set eth0 mtu 1400

#@ task overlay
set -euo pipefail
docker network disconnect "$NET" catalogue
#@ host-1
set -euo pipefail
docker network disconnect "$NET" front
docker network rm "$NET"
for _ in $(seq 50); do docker network inspect "$NET" > /dev/null 2>&1 || break; sleep 0.1; done
docker network create -d overlay --attachable --subnet "10.$THIRD.0.0/24" --opt com.docker.network.driver.mtu=1400 "$NET"

#@ task through
set -euo pipefail
docker network connect "$NET" front
#@ host-2
set -euo pipefail
docker network connect "$NET" catalogue
