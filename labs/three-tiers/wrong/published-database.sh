#!/bin/bash
#@ fails private not-published
#@ fails private ping
#@ fails door not-published
# "app has to reach it somehow": a published port, on the loopback at least.
set -euo pipefail
docker network create outer
docker network create inner
docker run -d --name "$DB" --network inner -p 127.0.0.1:5432:5432 -e POSTGRES_PASSWORD=gulls postgres
docker run -d --name "$APP" --network inner -e "DATABASE_URL=postgres://postgres:gulls@$DB/postgres" api
docker network connect outer "$APP"
docker run -d --name "$FRONT" --network outer -p "$PORT:80" web
iptables -I DOCKER-USER -i eth0 ! -s "$HOST_2_IP" -p tcp -m conntrack --ctorigdstport "$PORT" --ctdir ORIGINAL -j DROP
