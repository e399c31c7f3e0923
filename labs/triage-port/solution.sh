#!/bin/bash
#@ task shop
set -euo pipefail
setsid python3 -m http.server "$METER" -d /srv/exporter > /dev/null 2>&1 < /dev/null &
kill "$(ss -Htlnp "sport = :$SHOP" | sed 's/.*pid=\([0-9]*\).*/\1/')"
for _ in $(seq 50); do ss -Htln "sport = :$SHOP" | grep -q . || break; sleep 0.1; done
docker start shop

#@ task docs
set -euo pipefail
docker rm -f docs
docker run -d --name docs -p "$DOCS:80" web

#@ task till
set -euo pipefail
docker rm -f till
docker run -d --name till -p "$TILL:8080" -v /srv/till:/srv:ro tools busybox httpd -f -p 8080 -h /srv
