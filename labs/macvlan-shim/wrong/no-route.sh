#!/bin/bash
#@ fails host reaches
#@ fails range script
# The shim with the LAN's own prefix: a second way to the same subnet, and eth0 was first.
set -euo pipefail
ip link add shim link eth0 type macvlan mode bridge
ip addr add "${LAN_SUBNET%.*}.$SHIM/24" dev shim
ip link set shim up
