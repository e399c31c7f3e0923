#!/bin/bash
#@ fails host attached
#@ fails host reaches
# Reachable by the host, at another address than the LAN's.
set -euo pipefail
docker network connect bridge meter
docker network connect bridge scale
