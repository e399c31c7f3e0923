#!/bin/bash
#@ fails rules rule-count
#@ fails pages http
# "Prune stopped containers and unused networks." They had no rules.
set -euo pipefail
docker container prune -f
docker network prune -f
