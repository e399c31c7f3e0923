#!/bin/bash
#@ fails in http
#@ fails out http
#@ fails desk http
# Restarted, and connected anew.
set -euo pipefail
docker restart -t 0 shop
docker network disconnect "$NET" shop
docker network connect "$NET" shop
