#!/bin/bash
#@ fails upstream upstream
# A fixed line for the one name: right today, and no DNS at all.
set -euo pipefail
docker rm -f box
docker run -d --name box --network "$NET" --add-host "$NAME.$ZONE:10.9.8.$LAST" --dns-search "$ZONE" tools
