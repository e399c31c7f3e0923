#!/bin/bash
#@ fails store not-resolves
#@ fails shared attached
# shop joins the network of db, and with it learns every name that holds there.
set -euo pipefail
docker network disconnect "$BACK" db
docker network connect --alias "$STORE" "$BACK" db
docker network connect "$BACK" shop
