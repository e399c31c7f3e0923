#!/bin/bash
#@ fails plan command
#@ fails pages script
# meter on another address that was free just now. The network still believes that the LAN is its own.
set -euo pipefail
docker network disconnect "$NET" meter
docker network connect --ip "${LAN_SUBNET%.*}.$((FIRST + 40))" "$NET" meter
