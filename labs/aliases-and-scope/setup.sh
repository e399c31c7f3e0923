#!/bin/bash
set -euo pipefail
docker network create "$FRONT"
docker network create "$BACK"
docker run -d --name web-1 --network "$FRONT" web
docker run -d --name web-2 --network "$FRONT" web
docker run -d --name shop --network "$FRONT" tools
docker run -d --name db --network "$BACK" -e POSTGRES_PASSWORD=gulls postgres
docker run -d --name worker --network "$BACK" tools
