#!/bin/bash
#@ fails names resolves
# The name written down beside the address. It works, until store is replaced.
set -euo pipefail
net=$(docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}{{$name}}{{end}}' store)
address=$(docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' store)
docker rm -f shop
docker run -d --name shop --network "$net" -v /dev/null:/srv/none --dns "$LAN_GATEWAY" --add-host "store:$address" -p "$PORT:8080" -e REDIS_URL=redis://store:6379 api
[ "$net" = bridge ] || docker exec shop sh -c "echo nameserver $LAN_GATEWAY > /etc/resolv.conf"
