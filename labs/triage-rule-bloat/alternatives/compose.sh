#!/bin/bash
# The pages as a project of Compose, whose network gate joins.
set -euo pipefail
docker rm -f "$ONE" "$TWO" "$THREE"
mkdir -p /root/pages && cd /root/pages
{ echo 'services:'
  for page in "$ONE" "$TWO" "$THREE"; do echo "  $page: { image: web, container_name: $page, hostname: $page }"; done
} > compose.yaml
docker compose version > /dev/null 2>&1 && docker compose up -d || docker-compose up -d
docker network connect pages_default gate
