#!/bin/bash
#@ fails shop script
#@ fails desk reaches
#@ fails lasts script
# Restarted and connected anew: the network was never the trouble.
set -euo pipefail
docker network disconnect "$NET" pricing
docker network connect "$NET" pricing
docker restart -t 0 pricing shop desk
