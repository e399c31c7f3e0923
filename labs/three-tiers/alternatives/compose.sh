#!/bin/bash
# One file; the allow list before DNAT, where the port is still the published one.
set -euo pipefail
mkdir -p tiers && cd tiers
cat > compose.yaml <<EOF
services:
  front:
    image: web
    container_name: $FRONT
    ports: ["$PORT:80"]
    networks: [outer]
  app:
    image: api
    container_name: $APP
    environment: { DATABASE_URL: "postgres://postgres:gulls@$DB/postgres" }
    networks: [outer, inner]
  db:
    image: postgres
    environment: { POSTGRES_PASSWORD: gulls }
    container_name: $DB
    networks: [inner]
networks:
  outer: {}
  inner: { internal: true }
EOF
docker-compose up -d
iptables -t raw -I PREROUTING -i eth0 ! -s "$HOST_2_IP" -p tcp --dport "$PORT" -j DROP
