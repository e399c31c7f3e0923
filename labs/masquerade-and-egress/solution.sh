#!/bin/bash
#@ task egress
set -euo pipefail
docker network disconnect "$NET" box
docker network rm "$NET"
docker network create --subnet "10.$FIRST.0.0/24" "$NET"
docker network connect "$NET" box

#@ host-2
#@ task routed
set -euo pipefail
ip route add "10.$SECOND.0.0/24" via "$HOST_1_IP"
