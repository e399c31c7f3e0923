#!/bin/bash
#@ fails plan network
#@ fails pages http
# Off the LAN: nobody has the printer's address now, and nobody opens the meters.
set -euo pipefail
docker rm -f meter scale
docker network rm "$NET"
docker network create "$NET"
docker run -d --name meter --network "$NET" web
docker run -d --name scale --network "$NET" web
