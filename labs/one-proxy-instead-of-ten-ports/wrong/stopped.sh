#!/bin/bash
#@ fails paths http
#@ fails one http
#@ fails metrics reaches
# Stopped containers own no rules. They serve nobody either.
set -euo pipefail
for name in orders prices stock users mails; do echo "/$name/ $name:80"; done > /srv/proxy/routes
docker run -d --name proxy --network "$NET" -p "$PORT:80" -v /srv/proxy:/etc/proxy:ro proxy
docker stop -t 0 prices stock users mails
docker rm prices stock users mails
