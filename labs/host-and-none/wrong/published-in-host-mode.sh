#!/bin/bash
#@ fails stats http
#@ fails guest sysctl
# -p in host mode, which is discarded; and the host's low ports opened to everybody.
set -euo pipefail
docker run -d --name watch --network host tools
docker rm -f job stats guest
docker run -d --name job --network none tools
docker run -d --name stats --network host -p "$STATS:80" web
sysctl -qw net.ipv4.ip_unprivileged_port_start=80
docker run -d --name guest --network host --user 1000 tools busybox httpd -f -p "$LOW" -h /etc
