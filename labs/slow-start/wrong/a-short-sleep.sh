#!/bin/bash
#@ fails long http
#@ fails long script
# Long enough for the books.
set -euo pipefail
cd shop
sed -i 's/^wget/sleep 3; wget/' shop.sh
docker-compose down
docker-compose up -d
