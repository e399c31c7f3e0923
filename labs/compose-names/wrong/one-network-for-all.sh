#!/bin/bash
#@ fails own resolves
#@ fails apart resolves
#@ fails apart not-resolves
# Everything of both projects on one network: every name is found, and store is two containers.
set -euo pipefail
docker network create "$LINK"
for project in "$SHOP" "$OFFICE"; do
  (cd "$project" && docker-compose down)
  sed -i '/networks:/,$d' "$project/docker-compose.yml"
  sed -i '/^  store:/,$d' "$project/docker-compose.yml"
  cat >> "$project/docker-compose.yml" <<FILE
  store:
    image: redis
    container_name: $project-store
    networks: { default: { aliases: [$([ "$project" = "$SHOP" ] && echo "$ALIAS" || echo own)] } }
networks:
  default: { external: true, name: $LINK }
FILE
  (cd "$project" && docker-compose up -d)
done
