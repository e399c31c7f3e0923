#!/bin/bash
#@ host-1
#@ task fresh
set -euo pipefail
docker network create -d overlay --attachable "$FRESH"
docker network connect "$FRESH" front
docker network disconnect "$NET" front
#@ host-2
set -euo pipefail
docker network connect "$FRESH" stock
docker network disconnect "$NET" stock

#@ host-1
#@ task pages
# Nothing to do: the name goes where the container is.
true

#@ task kept
set -euo pipefail
docker network rm "$NET"
