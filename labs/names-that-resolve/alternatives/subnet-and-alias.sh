#!/bin/bash
# A subnet of one's own, redis under an alias, the program pointed at the alias.
set -euo pipefail
docker network create --subnet 192.168.77.0/24 --opt com.docker.network.driver.mtu=1400 "$NET"
docker network connect --alias store --ip 192.168.77.10 "$NET" redis
docker network disconnect bridge redis
docker rm -f api
docker run -d --name api --network "$NET" -e REDIS_URL=redis://store:6379 -p "0.0.0.0:$PORT:8080" api

for _ in $(seq 100); do curl -sf "http://127.0.0.1:$PORT/health" && break; sleep 0.1; done
answer address 192.168.77.10
