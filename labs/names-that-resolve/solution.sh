#!/bin/bash
#@ task network
set -euo pipefail
docker network create --opt com.docker.network.driver.mtu=1400 "$NET"

#@ task same-network
set -euo pipefail
docker network connect "$NET" redis
docker network disconnect bridge redis
docker rm -f api
docker run -d --name api --network "$NET" -e REDIS_URL=redis://redis:6379 -p "$PORT:8080" api

#@ task service
set -euo pipefail
for _ in $(seq 100); do curl -sf "http://127.0.0.1:$PORT/health" && break; sleep 0.1; done

#@ task address
set -euo pipefail
answer address "$(docker inspect -f "{{(index .NetworkSettings.Networks \"$NET\").IPAddress}}" redis)"
