#!/bin/bash
# The network is made for the line; the host's interface stays as it is.
set -euo pipefail
docker rm -f reports reader
docker network rm "$NET"
docker network create -o com.docker.network.driver.mtu=1400 "$NET"
docker run -d --name reports --network "$NET" --stop-timeout 1 -p "$PORT:80" -v /srv/reports:/srv/reports:ro web busybox httpd -f -p 80 -h /srv/reports
docker run -d --name reader --network "$NET" tools
