#!/bin/bash
#@ fails metrics script
#@ fails metrics file
# All that was published gets a route, the figures included.
set -euo pipefail
for name in orders prices stock users mails; do
  echo "/$name/ $name:80"
  echo "/$name-metrics/ $name:9100"
done > /srv/proxy/routes
docker run -d --name proxy --network "$NET" -p "$PORT:80" -v /srv/proxy:/etc/proxy:ro proxy
