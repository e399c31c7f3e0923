#!/bin/bash
#@ task chain
set -euo pipefail
docker network create outer
docker network create --internal inner
docker run -d --name "$DB" --network inner -e POSTGRES_PASSWORD=gulls postgres
docker run -d --name "$APP" --network inner -e "DATABASE_URL=postgres://postgres:gulls@$DB/postgres" api
docker network connect outer "$APP"
docker run -d --name "$FRONT" --network outer -p "$PORT:80" web

#@ task door
set -euo pipefail
iptables -I DOCKER-USER -i eth0 ! -s "$HOST_2_IP" -p tcp -m conntrack --ctorigdstport "$PORT" --ctdir ORIGINAL -j DROP
