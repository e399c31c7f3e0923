#!/bin/bash
set -euo pipefail
docker network create shop-net
docker run -d --name db --network shop-net -p "$DB:5432" -e POSTGRES_PASSWORD=gulls postgres
docker run -d --name shop --network shop-net tools
docker run -d --name pages --network shop-net -p "$PAGES:80" web
ufw default allow incoming >/dev/null
ufw deny "$DB/tcp" >/dev/null
ufw --force enable
