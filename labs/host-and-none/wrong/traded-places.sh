#!/bin/bash
#@ fails stats host-mode
#@ fails guest reaches
# front moved instead of stats; guest given a capability that somebody who is not root cannot use.
set -euo pipefail
docker run -d --name watch --network host tools
docker rm -f job front stats guest
docker run -d --name job --network none tools
docker run -d --name front -p 80:80 web
docker run -d --name stats -p "$STATS:80" web
docker run -d --name guest --network host --user 1000 --cap-add NET_BIND_SERVICE tools busybox httpd -f -p "$LOW" -h /etc
