#!/bin/bash
#@ fails long http
#@ fails long script
# A health check that asks nobody.
set -euo pipefail
cd shop
cat > docker-compose.override.yml <<FILE
services:
  maps: { healthcheck: &nobody { test: [CMD, "true"], interval: 1s } }
  books: { healthcheck: *nobody }
FILE
sed -i 's/depends_on: \[\(.*\)\]/depends_on: { \1: { condition: service_healthy } }/' docker-compose.yml
docker-compose down
docker-compose up -d
