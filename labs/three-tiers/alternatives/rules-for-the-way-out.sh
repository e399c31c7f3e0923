#!/bin/bash
# An ordinary bridge, whose way out is closed by a rule; two rules for the door.
set -euo pipefail
docker network create outer
docker network create -o com.docker.network.bridge.name=inner0 inner
docker run -d --name "$DB" --network inner -e POSTGRES_PASSWORD=gulls postgres
docker run -d --name "$FRONT" --network outer -p "$HOST_1_IP:$PORT:80" web
docker run -d --name "$APP" --network outer -e "DATABASE_URL=postgres://postgres:gulls@$DB/postgres" api
docker network connect inner "$APP"
iptables -I DOCKER-USER -i inner0 ! -o inner0 -j DROP
iptables -I DOCKER-USER -i eth0 -p tcp -m conntrack --ctorigdstport "$PORT" --ctdir ORIGINAL -j DROP
iptables -I DOCKER-USER -i eth0 -s "$HOST_2_IP" -p tcp -m conntrack --ctorigdstport "$PORT" --ctdir ORIGINAL -j RETURN
