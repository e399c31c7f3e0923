#!/bin/bash
# Published for the host alone.
set -euo pipefail
docker rm -f db
docker run -d --name db --network shop-net -p "127.0.0.1:$DB:5432" -e POSTGRES_PASSWORD=gulls postgres
