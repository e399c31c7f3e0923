#!/bin/bash
#@ task host
set -euo pipefail
ip link add shim link eth0 type macvlan mode bridge
ip addr add "${LAN_SUBNET%.*}.$SHIM/32" dev shim
ip link set shim up
ip route add "${LAN_SUBNET%.*}.$FIRST/27" dev shim

#@ task range
# Nothing to do: the route above is for the whole range.
true

#@ task neighbours
# Nothing to do: only the range goes by the shim.
true
