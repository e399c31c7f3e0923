#!/bin/bash
#@ task paths
set -euo pipefail
for name in orders prices stock users mails; do echo "/$name/ $name:80"; done > /srv/proxy/routes
docker run -d --name proxy --network "$NET" -p "$PORT:80" -v /srv/proxy:/etc/proxy:ro proxy

#@ task one
set -euo pipefail
for name in orders prices stock users mails; do
  docker rm -f "$name"
  docker run -d --name "$name" --hostname "$name" --network "$NET" -v /srv/service:/srv/service:ro web sh /srv/service/start
done
