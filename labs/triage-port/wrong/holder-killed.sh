#!/bin/bash
#@ fails shop http
# "The port is taken, kill whoever has it." shop is up, and nobody measures any more.
set -euo pipefail
kill "$(ss -Htlnp "sport = :$SHOP" | sed 's/.*pid=\([0-9]*\).*/\1/')"
for _ in $(seq 50); do ss -Htln "sport = :$SHOP" | grep -q . || break; sleep 0.1; done
docker start shop
