#!/bin/bash
#@ fails embedded resolver
# The nameserver of the house in the place of the embedded one: web is lost.
set -euo pipefail
docker exec box sh -c "printf 'search $ZONE\nnameserver $HOST_2_IP\n' > /etc/resolv.conf"
