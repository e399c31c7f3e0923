#!/bin/bash
#@ fails door reaches
# The port that the packet has after DNAT: charts is closed with it.
set -euo pipefail
docker network create outer
docker network create --internal inner
docker run -d --name "$DB" --network inner -e POSTGRES_PASSWORD=gulls postgres
docker run -d --name "$APP" --network inner -e "DATABASE_URL=postgres://postgres:gulls@$DB/postgres" api
docker network connect outer "$APP"
docker run -d --name "$FRONT" --network outer -p "$PORT:80" web
iptables -I DOCKER-USER -i eth0 ! -s "$HOST_2_IP" -p tcp --dport 80 -j DROP
