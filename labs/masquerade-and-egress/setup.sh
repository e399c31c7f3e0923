#!/bin/bash
#@ host-2
set -euo pipefail
docker run -d --name web -p "$PORT:80" web
#@ host-1
set -euo pipefail
option=com.docker.network.bridge.enable_ip_masquerade=false
docker network create --subnet "10.$FIRST.0.0/24" -o $option "$NET"
docker network create --subnet "10.$SECOND.0.0/24" -o $option "$PLAIN"
docker run -d --name box --network "$NET" tools
docker run -d --name clerk --network "$PLAIN" tools
