#!/bin/bash
# On a further network, by an alias that no environment had before, with the port left to the default.
set -euo pipefail
docker network create other
docker network connect --alias sales other store
docker rm -f api
docker create --name api --network other -p "$PORT:8080" -e REDIS_URL=redis://sales api
docker network connect "$NET" api
docker start api
