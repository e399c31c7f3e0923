#!/bin/bash
#@ task cause
answer cause "$FAULT"

#@ task out
set -euo pipefail
sysctl -w net.ipv4.ip_forward=1
docker network create open
docker network connect open cache
docker rm -f box
docker run -d --name box --network open tools

#@ task kept
# Nothing to do: cache was connected while it ran.
true
