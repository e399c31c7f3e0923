#!/bin/bash
# gate made anew on the network; each page has a name there by alias, and the old containers are cleared away.
set -euo pipefail
docker rm -f "$ONE" "$TWO" "$THREE" gate
docker container prune -f
docker network create front
for page in "$ONE" "$TWO" "$THREE"; do docker run -d --name "page-$page" --hostname "$page" --network front --network-alias "$page" web; done
docker run -d --name gate --network front -p "$GATE:80" -v /srv/gate:/srv:ro tools busybox httpd -f -p 80 -h /srv
