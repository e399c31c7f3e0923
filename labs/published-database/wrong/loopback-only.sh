#!/bin/bash
#@ fails closed http
# Bound to 127.0.0.1, which is right, and the application still goes by the host's address.
set -euo pipefail
docker rm -f db
docker run -d --name db --network shop-net -p "127.0.0.1:$DB:5432" -v db-data:/var/lib/postgresql/data \
  -e POSTGRES_HOST_AUTH_METHOD=trust -e POSTGRES_DB=shop postgres
