#!/bin/bash
#@ fails closed not-reaches
#@ fails kept not-reaches
# Everybody can still connect and try. The password is asked for nowhere, either: how a server lets people in was written into the
# volume when that was empty, and POSTGRES_PASSWORD is not read again.
set -euo pipefail
docker rm -f db
docker run -d --name db --network shop-net -p "$DB:5432" -v db-data:/var/lib/postgresql/data \
  -e POSTGRES_PASSWORD="correct-horse-$SOLD" -e POSTGRES_DB=shop postgres
until docker exec db pg_isready -q -h 127.0.0.1; do sleep 0.1; done
