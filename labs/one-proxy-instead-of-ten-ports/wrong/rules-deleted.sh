#!/bin/bash
#@ fails one script
#@ fails metrics script
# The DNAT rules deleted by hand. Behind each port a docker-proxy still listens.
set -euo pipefail
for name in orders prices stock users mails; do echo "/$name/ $name:80"; done > /srv/proxy/routes
iptables -t nat -F DOCKER
docker run -d --name proxy --network "$NET" -p "$PORT:80" -v /srv/proxy:/etc/proxy:ro proxy
