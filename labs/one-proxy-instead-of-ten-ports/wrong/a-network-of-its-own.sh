#!/bin/bash
#@ fails paths attached
#@ fails paths http
#@ fails one http
# The services are not published any more, and proxy is where it knows nobody.
set -euo pipefail
for name in orders prices stock users mails; do echo "/$name/ $name:80"; done > /srv/proxy/routes
docker network create apart
docker run -d --name proxy --network apart -p "$PORT:80" -v /srv/proxy:/etc/proxy:ro proxy
for name in orders prices stock users mails; do
  docker rm -f "$name"
  docker run -d --name "$name" --hostname "$name" --network "$NET" -v /srv/service:/srv/service:ro web sh /srv/service/start
done
