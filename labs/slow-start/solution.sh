#!/bin/bash
#@ task long
set -euo pipefail
cd shop
cat > docker-compose.override.yml <<FILE
services:
  maps:
    healthcheck: &asked
      test: [CMD, wget, -qO, /dev/null, "http://127.0.0.1:$INNER/list"]
      interval: 1s
      timeout: 2s
      retries: 60
  books:
    healthcheck: *asked
FILE
sed -i 's/depends_on: \[\(.*\)\]/depends_on: { \1: { condition: service_healthy } }/' docker-compose.yml
docker-compose down
docker-compose up -d
