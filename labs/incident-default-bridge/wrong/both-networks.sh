#!/bin/bash
#@ fails redis attached
#@ fails clients attached
#@ fails config env
#@ fails shop http
# Everybody is connected to the new network as well. The names are there, and nobody asks for them.
set -euo pipefail
docker network create "$NET"
for one in redis cart orders stock; do docker network connect "$NET" "$one"; done
