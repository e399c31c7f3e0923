#!/bin/bash
#@ fails out upstream
# The one name that was asked for, written down, and a nameserver that is none.
set -euo pipefail
sysctl -w net.ipv4.ip_forward=1
docker network create open
docker network connect open cache
docker rm -f box
docker run -d --name box --network open --dns "$HOST_1_IP" --add-host "$NAME.$ZONE:$HOST_2_IP" tools
