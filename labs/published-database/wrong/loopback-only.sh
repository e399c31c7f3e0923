#!/bin/bash
#@ fails closed http
# Bound to 127.0.0.1, which is right, and the application still goes by the host's address.
set -euo pipefail
docker rm -f db
docker run -d --name db --network shop-net -p "127.0.0.1:$DB:6379" -v db-data:/data redis \
  redis-server --protected-mode no --save "" --appendonly yes --dir /data
