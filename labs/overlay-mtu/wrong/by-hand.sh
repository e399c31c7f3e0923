#!/bin/bash
#@ fails mtu vxlan
#@ fails full path-mtu
# Larger interfaces in the containers alone. The tunnel behind them stays as it is.
set -euo pipefail
nsenter -t "$(docker inspect -f '{{.State.Pid}}' src)" -n ip link set eth0 mtu "$FULL"
#@ host-2
set -euo pipefail
nsenter -t "$(docker inspect -f '{{.State.Pid}}' dst)" -n ip link set eth0 mtu "$FULL"
