#!/bin/bash
# The containers are made anew, with their names from the start.
set -euo pipefail
docker rm -f web-1 web-2 db
docker run -d --name web-1 --network "$FRONT" --network-alias "$POOL" web
docker run -d --name web-2 --network "$FRONT" --network-alias "$POOL" web
docker run -d --name db --network "$BACK" --network-alias "$STORE" -e POSTGRES_PASSWORD=gulls postgres
docker network connect "$FRONT" db
