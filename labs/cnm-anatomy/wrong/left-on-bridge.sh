#!/bin/bash
#@ fails endpoints attached
#@ fails veth veth-of
# redis keeps its endpoint on the default bridge, and the answer is the name inside the sandbox.
set -euo pipefail
docker network create "$FRONT"
docker network create "$BACK"
docker network connect "$FRONT" web
docker network connect "$BACK" web
docker network connect "$BACK" redis
answer veth eth0
