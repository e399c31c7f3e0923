#!/bin/bash
set -euo pipefail
docker network create "$NET"
publish=("-p" "$PORT:8080") url=redis://stock:6379 home=$NET
docker run -d --name clerk --network "$NET" tools
case "$CAUSE" in
  loopback) publish=("-p" "127.0.0.1:$PORT:8080") ;;
  port) publish=("-p" "$PORT:80") ;;
  network) docker network create archive; home=archive ;;
  # Somebody is there, and is not stock.
  address) url=redis://$(docker inspect -f "{{(index .NetworkSettings.Networks \"$NET\").IPAddress}}" clerk):6379 ;;
esac
docker run -d --name ledger -p "$LEDGER:80" web &
docker run -d --name stock --network "$home" redis &
docker run -d --name shop --network "$NET" "${publish[@]}" -e "REDIS_URL=$url" api &
wait -n && wait -n && wait -n
docker exec stock redis-cli set sold "$SOLD"
iptables -I DOCKER-USER -i eth0 ! -s "$HOST_2_IP" -p tcp -m conntrack --ctorigdstport "$LEDGER" --ctdir ORIGINAL -j DROP
case "$CAUSE" in
  rule) iptables -I DOCKER-USER -i eth0 ! -s 198.51.100.0/24 -p tcp --dport 8080 -j DROP ;;
  forward) sysctl -w net.ipv4.ip_forward=0 ;;
esac
