#!/bin/bash
#@ fails networks network
#@ fails endpoints attached
# Everything on one network: the name resolves, but redis is beside whatever comes to the front.
set -euo pipefail
docker network create "$FRONT"
docker network connect "$FRONT" web
docker network connect "$FRONT" redis
docker network disconnect bridge redis
