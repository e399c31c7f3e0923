#!/bin/bash
#@ fails short script
# Long enough for the maps, so that every start is as long as the worst.
set -euo pipefail
cd shop
sed -i 's/^wget/sleep 14; wget/' shop.sh
docker-compose down
docker-compose up -d
