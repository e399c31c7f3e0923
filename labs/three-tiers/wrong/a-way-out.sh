#!/bin/bash
#@ fails private ping
# The inner network is an ordinary one: the data has a way out.
set -euo pipefail
docker network create outer
docker network create inner
docker run -d --name "$DB" --network inner -e POSTGRES_PASSWORD=gulls postgres
docker run -d --name "$APP" --network inner -e "DATABASE_URL=postgres://postgres:gulls@$DB/postgres" api
docker network connect outer "$APP"
docker run -d --name "$FRONT" --network outer -p "$PORT:80" web
iptables -I DOCKER-USER -i eth0 ! -s "$HOST_2_IP" -p tcp -m conntrack --ctorigdstport "$PORT" --ctdir ORIGINAL -j DROP
