#!/bin/bash
#@ fails twice script
#@ fails pages script
# Detach and attach: Docker takes the lowest free address, the printer's.
set -euo pipefail
docker network disconnect "$NET" meter
docker network connect "$NET" meter
