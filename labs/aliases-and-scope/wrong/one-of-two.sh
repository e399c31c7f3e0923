#!/bin/bash
#@ fails pool resolves
# Only one of the two has the name: it works, and web-2 gets nothing to do.
set -euo pipefail
docker network disconnect "$FRONT" web-1
docker network connect --alias "$POOL" "$FRONT" web-1
