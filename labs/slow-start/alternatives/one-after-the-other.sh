#!/bin/bash
# Whoever brings it up waits: the catalogues first, each shop when its own one answers.
set -euo pipefail
cd shop
docker-compose down
docker-compose up -d maps books
for pair in books:reader maps:atlas; do
  for _ in $(seq 300); do docker exec "${pair%:*}" wget -qO /dev/null "http://127.0.0.1:$INNER/list" 2> /dev/null && break; sleep 0.1; done
  docker-compose up -d --no-deps "${pair#*:}"
done
