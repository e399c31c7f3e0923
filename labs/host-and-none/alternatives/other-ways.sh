#!/bin/bash
# job loses its network while it runs; stats stays in host mode with a port of its own; guest listens on a high port inside.
set -euo pipefail
docker run -d --name watch --network container:front tools
docker network disconnect bridge job
docker rm -f stats guest
docker run -d --name stats --network host web sh -c "mkdir -p /www && echo stats > /www/index.html && exec busybox httpd -f -p $STATS -h /www"
docker network create files
docker run -d --name guest --user 1000 --network files -p "$LOW:8080" tools busybox httpd -f -p 8080 -h /etc
