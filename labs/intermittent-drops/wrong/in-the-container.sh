#!/bin/bash
#@ fails told survives-restart
# The interface of today's container.
set -euo pipefail
nsenter -t "$(docker inspect -f '{{.State.Pid}}' reports)" -n ip link set eth0 mtu 1400
