#!/bin/bash
# The whole LAN by the shim, as two halves that are more specific than the LAN's own route.
set -euo pipefail
base=${LAN_SUBNET%.*}
ip link add shim link eth0 type macvlan mode bridge
ip addr add "$base.$SHIM/32" dev shim
ip link set shim up
ip route add "$base.0/25" dev shim
ip route add "$base.128/25" dev shim
