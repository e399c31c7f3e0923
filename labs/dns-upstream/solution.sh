#!/bin/bash
#@ task upstream
set -euo pipefail
docker rm -f box
docker run -d --name box --network "$NET" --dns "$HOST_2_IP" tools

#@ task search
set -euo pipefail
docker rm -f box
docker run -d --name box --network "$NET" --dns "$HOST_2_IP" --dns-search "$ZONE" tools
