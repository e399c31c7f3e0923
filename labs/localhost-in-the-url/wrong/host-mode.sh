#!/bin/bash
#@ fails shop attached
#@ fails report attached
# localhost is the host's now, and so is everything else.
set -euo pipefail
docker rm -f shop report
docker run -d --name shop --network host -e "REDIS_URL=redis://localhost:$DB" api
