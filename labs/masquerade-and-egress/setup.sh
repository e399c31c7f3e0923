#!/bin/bash
#@ host-2
set -euo pipefail
docker run -d --name web -p "$PORT:80" web
#@ host-1
set -euo pipefail
option=com.docker.network.bridge.enable_ip_masquerade=false
docker network create --subnet "10.$FIRST.0.0/24" -o $option "$NET"
# Docker 28 keeps out whatever was not sent to a published port, answers included; older engines do not know the option.
docker network create --subnet "10.$SECOND.0.0/24" -o $option -o com.docker.network.bridge.gateway_mode_ipv4=nat-unprotected "$PLAIN"
docker run -d --name box --network "$NET" tools
docker run -d --name clerk --network "$PLAIN" tools
