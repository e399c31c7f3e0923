#!/bin/bash
#@ fails private not-reaches
# All three on one network: it works, and the page is one step from the data.
set -euo pipefail
docker network create --internal tiers
docker network create outer
docker run -d --name "$DB" --network tiers -e POSTGRES_PASSWORD=gulls postgres
docker run -d --name "$APP" --network tiers -e "DATABASE_URL=postgres://postgres:gulls@$DB/postgres" api
docker run -d --name "$FRONT" --network outer -p "$PORT:80" web
docker network connect tiers "$FRONT"
iptables -I DOCKER-USER -i eth0 ! -s "$HOST_2_IP" -p tcp -m conntrack --ctorigdstport "$PORT" --ctdir ORIGINAL -j DROP
