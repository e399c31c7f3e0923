#!/bin/bash
# Nobody outside needs it: not published at all.
set -euo pipefail
docker rm -f db
docker run -d --name db --network shop-net -e POSTGRES_PASSWORD=gulls postgres
