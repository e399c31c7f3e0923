#!/bin/bash
#@ host-2
set -euo pipefail
dnsmasq --no-resolv --no-hosts --bind-interfaces --listen-address="$HOST_2_IP" --host-record="$NAME.$ZONE,10.9.8.$LAST"
#@ host-1
set -euo pipefail
docker network create "$NET"
docker run -d --name web --network "$NET" web
docker run -d --name box --network "$NET" tools
