#!/bin/bash
#@ fails shop http
#@ fails admin http
# Restarting brings the same rules and the same bindings back.
set -euo pipefail
docker restart -t 0 shop admin
