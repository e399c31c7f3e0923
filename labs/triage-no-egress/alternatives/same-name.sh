#!/bin/bash
# The network made anew under its name, and cache never stops. The nameserver named outright.
set -euo pipefail
answer cause "$FAULT"
sysctl -w net.ipv4.ip_forward=1
docker network create meanwhile
docker network connect meanwhile cache
docker rm -f box
docker network disconnect "$NET" cache
docker network rm "$NET"
docker network create "$NET"
docker network connect "$NET" cache
docker network disconnect meanwhile cache
docker run -d --name box --network "$NET" --dns "$HOST_2_IP" tools
