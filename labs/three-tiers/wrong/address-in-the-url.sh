#!/bin/bash
#@ fails chain env
# The address of today in the environment.
set -euo pipefail
docker network create outer
docker network create --internal inner
docker run -d --name "$DB" --network inner -e POSTGRES_PASSWORD=gulls postgres
ADDRESS=$(docker inspect -f '{{.NetworkSettings.Networks.inner.IPAddress}}' "$DB")
docker run -d --name "$APP" --network inner -e "DATABASE_URL=postgres://postgres:gulls@$ADDRESS/postgres" api
docker network connect outer "$APP"
docker run -d --name "$FRONT" --network outer -p "$PORT:80" web
iptables -I DOCKER-USER -i eth0 ! -s "$HOST_2_IP" -p tcp -m conntrack --ctorigdstport "$PORT" --ctdir ORIGINAL -j DROP
