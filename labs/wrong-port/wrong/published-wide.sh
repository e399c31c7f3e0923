#!/bin/bash
#@ fails api http
#@ fails others script
#@ fails others not-reaches
# Published for everybody, since it was "bound to localhost". For neighbours nothing changes; the LAN reads the sales, and there are none.
set -euo pipefail
docker rm -f store
docker run -d --name store --network "$NET" -p "$HOST:6379" redis
docker restart -t 0 api
