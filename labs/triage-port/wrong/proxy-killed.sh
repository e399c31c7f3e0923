#!/bin/bash
#@ fails docs http
#@ fails till http
# The usual advice: kill what holds the port. What holds these two is docker-proxy.
set -euo pipefail
for port in "$DOCS" "$TILL"; do
  for pid in $(ss -Htlnp "sport = :$port" | grep -o 'pid=[0-9]*' | cut -d= -f2 | sort -u); do kill "$pid"; done
done
