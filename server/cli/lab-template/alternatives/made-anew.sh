#!/bin/bash
# Another right way: both containers anew, on the network from the start.
set -euo pipefail
docker network create --subnet 192.168.77.0/24 "$NET"
docker rm -f web redis
docker run -d --name redis --network "$NET" redis
docker run -d --name web --network "$NET" web
answer address "$(docker inspect -f "{{(index .NetworkSettings.Networks \"$NET\").IPAddress}}" redis)"
