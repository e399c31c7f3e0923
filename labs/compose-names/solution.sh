#!/bin/bash
#@ task own
set -euo pipefail
cd "$SHOP"
sed -i 's/networks: \[front\]/networks: [front, back]/' docker-compose.yml
docker-compose up -d

#@ task shared
set -euo pipefail
docker network create "$LINK"
cat > "$SHOP/docker-compose.override.yml" <<FILE
services:
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

#@ task apart
set -euo pipefail
cd "$SHOP"
docker-compose down
# The service that others see gets a name that only it has; at home it is store as before.
sed -i "s/^  store:/  $ALIAS:/; s/networks: \[back\]/networks: { back: { aliases: [store] } }/" docker-compose.yml
cat > docker-compose.override.yml <<FILE
services:
  $ALIAS:
    networks: { $LINK: {} }
networks:
  $LINK: { external: true }
FILE
docker-compose up -d
