#!/bin/bash
set -euo pipefail
# What a machine that is no container has.
sysctl -qw net.ipv4.ip_unprivileged_port_start=1024
docker run -d --name front --network host web
docker run -d --name job tools
until ss -tlnH 'sport = :80' | grep -q .; do sleep 0.05; done
docker run -d --name stats --network host web
docker run -d --name guest --network host --user 1000 tools busybox httpd -f -p "$LOW" -h /etc
