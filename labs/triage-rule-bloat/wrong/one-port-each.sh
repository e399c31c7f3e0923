#!/bin/bash
#@ fails rules rule-count
#@ fails pages http
# Fewer, and still one published port for each page; gate finds nobody.
set -euo pipefail
docker rm -f "$ONE" "$TWO" "$THREE"
n=0
for page in "$ONE" "$TWO" "$THREE"; do docker run -d --name "$page" --hostname "$page" -p "$((BASE + n)):80" web; n=$((n + 100)); done
