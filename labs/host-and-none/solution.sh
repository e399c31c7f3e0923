#!/bin/bash
#@ task watch
set -euo pipefail
docker run -d --name watch --network host tools

#@ task job
set -euo pipefail
docker rm -f job
docker run -d --name job --network none tools

#@ task stats
set -euo pipefail
docker rm -f stats
docker run -d --name stats -p "$STATS:80" web

#@ task guest
set -euo pipefail
docker rm -f guest
docker run -d --name guest --user 1000 -p "$LOW:$LOW" tools busybox httpd -f -p "$LOW" -h /etc
