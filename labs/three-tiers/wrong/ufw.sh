#!/bin/bash
#@ fails door not-reaches
# In ufw, which guards INPUT.
set -euo pipefail
docker network create outer
docker network create --internal inner
docker run -d --name "$DB" --network inner -e POSTGRES_PASSWORD=gulls postgres
docker run -d --name "$APP" --network inner -e "DATABASE_URL=postgres://postgres:gulls@$DB/postgres" api
docker network connect outer "$APP"
docker run -d --name "$FRONT" --network outer -p "$PORT:80" web
ufw allow from "$HOST_2_IP" to any port "$PORT" proto tcp
ufw deny "$PORT/tcp"
ufw --force enable
