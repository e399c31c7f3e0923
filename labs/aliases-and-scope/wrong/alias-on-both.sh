#!/bin/bash
#@ fails store not-resolves
# The alias is given on both networks, so shop learns a name that is not for it.
set -euo pipefail
docker network disconnect "$BACK" db
docker network connect --alias "$STORE" "$BACK" db
docker network connect --alias "$STORE" "$FRONT" db
