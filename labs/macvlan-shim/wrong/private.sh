#!/bin/bash
#@ fails host reaches
#@ fails neighbours macvlan
# A shim in mode private hears no sibling.
set -euo pipefail
ip link add shim link eth0 type macvlan mode private
ip addr add "${LAN_SUBNET%.*}.$SHIM/32" dev shim
ip link set shim up
ip route add "${LAN_SUBNET%.*}.$FIRST/27" dev shim
