#!/bin/bash
# On host-1 a table of nftables that no engine knows. On host-2 the address stays in use, and so it has to be asked for.
#@ host-1
set -euo pipefail
nft -f - <<RULES
table inet house {
  chain forward {
    type filter hook forward priority -10; policy accept;
    iifname "eth0" ip saddr != $HOST_2_IP meta l4proto tcp ct original proto-dst $DESK drop
  }
}
RULES
mkdir -p /etc/docker
jq -n '{"live-restore": true}' > /etc/docker/daemon.json
kill -HUP "$(cat /var/run/docker.pid)"
for _ in $(seq 50); do docker info -f '{{.LiveRestoreEnabled}}' | grep -q true && break; sleep 0.1; done
systemctl restart docker

#@ host-2
set -euo pipefail
docker rm -f store api
docker network rm "$BACK"
docker network create --subnet 10.77.0.0/24 "$BACK"
docker run -d --name store --network "$BACK" --ip 10.77.0.20 --restart always redis
docker run -d --name api --network "$BACK" --restart always -p "$PORT:8080" -e REDIS_URL=redis://10.77.0.20:6379 api
systemctl stop docker
systemctl start docker
