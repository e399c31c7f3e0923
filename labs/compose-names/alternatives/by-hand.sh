#!/bin/bash
# The files stay as they are; the containers that run are connected. It lasts until Compose makes them anew.
set -euo pipefail
docker network connect "${SHOP}_back" "$SHOP-api"
docker network create "$LINK"
docker network connect --alias "$ALIAS" "$LINK" "$SHOP-store"
docker network connect "$LINK" "$OFFICE-report"
