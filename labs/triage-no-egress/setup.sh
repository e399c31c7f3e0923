#!/bin/bash
# The world outside: a nameserver and a page.
#@ host-2
set -euo pipefail
# What a daemon inherits can be read in /proc.
unset FAULT
dnsmasq --no-resolv --no-hosts --bind-interfaces --listen-address="$HOST_2_IP" --host-record="$NAME.$ZONE,$HOST_2_IP"
docker run -d --name page -p "$PORT:80" web
#@ host-1
set -euo pipefail
fault=$FAULT
unset FAULT
mkdir -p /etc/docker
echo "{ \"dns\": [\"$HOST_2_IP\"] }" > /etc/docker/daemon.json
systemctl restart docker
net=() box=()
case $fault in
  internal) net=(--internal) ;;
  masquerade) net=(-o com.docker.network.bridge.enable_ip_masquerade=false) ;;
  dns) box=(--dns "$HOST_1_IP") ;;
esac
docker network create "${net[@]}" "$NET" & docker network create --internal "$VAULT" & wait -n && wait -n
docker run -d --name cache --network "$NET" redis & cache=$!
docker run -d --name box --network "$NET" "${box[@]}" tools & box=$!
docker run -d --name safe --network "$VAULT" tools & safe=$!
wait $cache && wait $box && wait $safe
for _ in $(seq 100); do docker exec cache redis-cli set hits "$HITS" && break; sleep 0.1; done
# A hardening script of the house, which runs after Docker.
if [ "$fault" = forward ]; then sysctl -w net.ipv4.ip_forward=0; fi
