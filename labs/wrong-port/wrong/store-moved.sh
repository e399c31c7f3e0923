#!/bin/bash
#@ fails api reaches
#@ fails others reaches
#@ fails others script
# store listens on the port that api believes in. Whoever had the right one is cut off now, and the sales are gone.
set -euo pipefail
docker rm -f store
docker run -d --name store --network "$NET" -p "127.0.0.1:$HOST:$HOST" redis redis-server --protected-mode no --port "$HOST" --save "" --appendonly no
docker restart -t 0 api
