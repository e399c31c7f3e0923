#!/bin/bash
#@ fails closed not-reaches
#@ fails closed http
#@ fails kept script
#@ fails kept not-reaches
# Everybody can still connect and try; and nobody told the application.
set -euo pipefail
docker exec db redis-cli config set requirepass "Correct-horse-$SOLD"
