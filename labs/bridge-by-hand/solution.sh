#!/bin/bash
#@ task bridge
set -euo pipefail
ip link add "$BRIDGE" type bridge
ip addr add "10.66.$SUBNET.1/24" dev "$BRIDGE"
ip link set "$BRIDGE" up

#@ task pair
set -euo pipefail
ip netns add red
ip link add to-red type veth peer name eth0 netns red
ip link set to-red master "$BRIDGE"

#@ task address
set -euo pipefail
nsenter --net=/run/netns/red ip addr add "10.66.$SUBNET.2/24" dev eth0
nsenter --net=/run/netns/red ip link set eth0 up
ip link set to-red up

#@ task neighbours
set -euo pipefail
ip netns add blue
ip link add to-blue type veth peer name eth0 netns blue
ip link set to-blue master "$BRIDGE" up
nsenter --net=/run/netns/blue ip addr add "10.66.$SUBNET.3/24" dev eth0
nsenter --net=/run/netns/blue ip link set eth0 up
iptables -I DOCKER-USER -i "$BRIDGE" -o "$BRIDGE" -j ACCEPT

#@ task gateway
set -euo pipefail
nsenter --net=/run/netns/red ip route add default via "10.66.$SUBNET.1"
