#!/bin/bash
#@ task pool
set -euo pipefail
for name in web-1 web-2; do
  docker network disconnect "$FRONT" "$name"
  docker network connect --alias "$POOL" "$FRONT" "$name"
done

#@ task store
set -euo pipefail
docker network disconnect "$BACK" db
docker network connect --alias "$STORE" "$BACK" db

#@ task shared
set -euo pipefail
docker network connect "$FRONT" db
