#!/bin/bash
#@ fails address ping
# Plugged in and addressed, and the end inside was never set up.
set -euo pipefail
ip link add "$BRIDGE" type bridge
ip addr add "10.66.$SUBNET.1/24" dev "$BRIDGE"
ip link set "$BRIDGE" up
ip netns add red
ip link add to-red type veth peer name eth0 netns red
ip link set to-red master "$BRIDGE" up
nsenter --net=/run/netns/red ip addr add "10.66.$SUBNET.2/24" dev eth0
