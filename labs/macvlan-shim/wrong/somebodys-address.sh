#!/bin/bash
#@ fails neighbours script
# It works, with an address that nobody gave away.
set -euo pipefail
ip link add shim link eth0 type macvlan mode bridge
ip addr add "${LAN_SUBNET%.*}.$((SHIM + 1))/32" dev shim
ip link set shim up
ip route add "${LAN_SUBNET%.*}.$FIRST/27" dev shim
