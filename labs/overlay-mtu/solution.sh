#!/bin/bash
#@ host-2
#@ task mtu
set -euo pipefail
docker network disconnect "$NET" dst
#@ host-1
set -euo pipefail
docker network disconnect "$NET" src
docker network rm "$NET"
for _ in $(seq 50); do docker network inspect "$NET" > /dev/null 2>&1 || break; sleep 0.1; done
docker network create -d overlay --attachable --opt "com.docker.network.driver.mtu=$(cat /sys/class/net/eth0/mtu)" "$NET"

#@ task full
set -euo pipefail
docker network connect "$NET" src
#@ host-2
set -euo pipefail
docker network connect "$NET" dst

#@ task address
set -euo pipefail
answer address "$(docker inspect -f "{{(index .NetworkSettings.Networks \"$NET\").IPAddress}}" dst)"
