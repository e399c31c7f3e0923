#!/bin/bash
#@ fails published http
# Published, but on 127.0.0.1: curl on the host itself succeeds, and nobody else's does.
set -euo pipefail
docker network create "$NET"
docker network connect "$NET" box
docker network disconnect bridge box
docker run -d --name web --network "$NET" -p "127.0.0.1:$PORT:80" web
