#!/bin/bash
#@ fails watch host-mode
#@ fails job none-mode
#@ fails guest script
# Rights instead of the network mode, an internal network instead of none, root instead of user 1000.
set -euo pipefail
docker run -d --name watch --pid host --cap-add NET_ADMIN tools
docker network create --internal cell
docker network connect cell job
docker network disconnect bridge job
docker rm -f stats guest
docker run -d --name stats -p "$STATS:80" web
docker run -d --name guest --network host tools busybox httpd -f -p "$LOW" -h /etc
