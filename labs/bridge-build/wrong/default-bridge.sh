#!/bin/bash
#@ fails network network
#@ fails name resolves
# Everything on the network that is there anyway.
set -euo pipefail
docker run -d --name web -p "$PORT:80" web
