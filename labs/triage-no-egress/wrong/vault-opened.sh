#!/bin/bash
#@ fails kept attached
#@ fails kept not-reaches
# A way out for everybody.
set -euo pipefail
sysctl -w net.ipv4.ip_forward=1
docker network create open
docker network connect open cache
docker network connect open safe
docker rm -f box
docker run -d --name box --network open tools
