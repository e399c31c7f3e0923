#!/bin/bash
set -euo pipefail
mkdir -p /srv/exporter /srv/till
echo 'up 1' > /srv/exporter/metrics
echo 'numbers: see /metrics, up 1' > /srv/exporter/index.html
echo 'the till is open' > /srv/till/index.html
# A program of the host has the port that shop was to have.
setsid python3 -m http.server "$SHOP" -d /srv/exporter > /dev/null 2>&1 < /dev/null &
docker run -d --name docs -p "127.0.0.1:$DOCS:80" web & docs=$!
docker run -d --name till -p "$TILL:8080" -v /srv/till:/srv:ro tools busybox httpd -f -p 127.0.0.1:8080 -h /srv & till=$!
wait $docs && wait $till
for _ in $(seq 100); do curl -sf "http://127.0.0.1:$SHOP/metrics" && break; sleep 0.1; done
docker run -d --name shop -p "$SHOP:80" web || true
docker inspect -f '{{.State.Status}}' shop | grep -q created
