#!/bin/bash
#@ fails long http
#@ fails long script
# The same promise in more words: started, not ready.
set -euo pipefail
cd shop
sed -i 's/depends_on: \[\(.*\)\]/depends_on: { \1: { condition: service_started } }/' docker-compose.yml
docker-compose down
docker-compose up -d
