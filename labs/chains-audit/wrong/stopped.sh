#!/bin/bash
#@ fails close reaches
# Nobody is left to answer.
set -euo pipefail
docker stop -t 0 "$BEHIND"
