#!/bin/bash
#@ fails kept resolves
# On the host's network box has its way out, and has lost cache.
set -euo pipefail
sysctl -w net.ipv4.ip_forward=1
docker rm -f box
docker run -d --name box --network host tools
