#!/bin/bash
# On a network of their own, published on the host's address on the LAN alone; the exporter in a container.
set -euo pipefail
kill "$(ss -Htlnp "sport = :$SHOP" | sed 's/.*pid=\([0-9]*\).*/\1/')"
for _ in $(seq 50); do ss -Htln "sport = :$SHOP" | grep -q . || break; sleep 0.1; done
docker network create pages
docker rm -f shop docs till
docker run -d --name exporter -p "$METER:80" -v /srv/exporter:/www:ro tools busybox httpd -f -p 80 -h /www
docker run -d --name shop --network pages -p "$HOST_1_IP:$SHOP:80" web
docker run -d --name docs --network pages -p "$HOST_1_IP:$DOCS:80" web
docker run -d --name till --network pages -p "$HOST_1_IP:$TILL:8080" -v /srv/till:/srv:ro tools busybox httpd -f -p 0.0.0.0:8080 -h /srv
