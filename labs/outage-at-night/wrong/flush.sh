#!/bin/bash
#@ fails stock not-reaches
#@ fails in-time not-reaches
# "Rules off, it is night": everything works, and the LAN reads the database.
#@ host-2
set -euo pipefail
iptables -F DOCKER-USER
#@ host-3
sysctl -w net.ipv4.ip_forward=1
#@ host-1
set -euo pipefail
docker rm -f shop
docker run -d --name shop -p "$PORT:8080" -e "REDIS_URL=redis://$HOST_2_IP:$DB" api
