#!/bin/bash
#@ fails apart resolves
# The alias is there, and so is the service name, which Compose adds on each network: report is given the shop's store.
set -euo pipefail
docker network create "$LINK"
cat > "$SHOP/docker-compose.override.yml" <<FILE
services:
  api:
    networks: [front, back]
  store:
    networks:
      back: {}
      $LINK: { aliases: [$ALIAS] }
networks:
  $LINK: { external: true }
FILE
cat > "$OFFICE/docker-compose.override.yml" <<FILE
services:
  report:
    networks: [default, $LINK]
networks:
  $LINK: { external: true }
FILE
for project in "$SHOP" "$OFFICE"; do (cd "$project" && docker-compose up -d); done
