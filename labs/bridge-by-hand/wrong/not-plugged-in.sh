#!/bin/bash
#@ fails pair veth-pair
#@ fails address ping
# The pair is there and has its address, and its outer end hangs in the air.
set -euo pipefail
ip link add "$BRIDGE" type bridge
ip addr add "10.66.$SUBNET.1/24" dev "$BRIDGE"
ip link set "$BRIDGE" up
ip netns add red
ip link add to-red type veth peer name eth0 netns red
ip link set to-red up
nsenter --net=/run/netns/red ip addr add "10.66.$SUBNET.2/24" dev eth0
nsenter --net=/run/netns/red ip link set eth0 up
