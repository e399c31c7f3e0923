#!/bin/bash
#@ fails one script
#@ fails one not-published
# A proxy in front of the published ports: eleven of them now.
set -euo pipefail
n=0
for name in orders prices stock users mails; do echo "/$name/ $HOST_1_IP:$BASE$n"; n=$((n + 1)); done > /srv/proxy/routes
docker run -d --name proxy --network "$NET" -p "$PORT:80" -v /srv/proxy:/etc/proxy:ro proxy
