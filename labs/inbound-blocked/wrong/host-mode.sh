#!/bin/bash
#@ fails in dnat
#@ fails out attached
# No published port, no rule that could be in the way; and no network.
set -euo pipefail
docker rm -f shop
docker run -d --name shop --network host web sh -c "mkdir -p /www; echo shop is open > /www/index.html; exec busybox httpd -f -p $PORT -h /www"
