#!/bin/bash
#@ fails cause choice
# Everything made anew until it worked, and "it was the firewall".
set -euo pipefail
answer cause rule
sysctl -w net.ipv4.ip_forward=1
docker network create open
docker network connect open cache
docker rm -f box
docker run -d --name box --network open tools
