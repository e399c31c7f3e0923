#!/bin/bash
#@ fails published http
#@ fails members attached
# The two numbers of -p the wrong way round, and box on both networks.
set -euo pipefail
docker network create "$NET"
docker network connect "$NET" box
docker run -d --name web --network "$NET" -p "80:$PORT" web
