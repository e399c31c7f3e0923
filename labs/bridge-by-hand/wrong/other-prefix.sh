#!/bin/bash
#@ fails neighbours ping
#@ fails gateway ping
# red believes that blue, and its gateway, are elsewhere: /32 instead of /24.
set -euo pipefail
ip link add "$BRIDGE" type bridge
ip addr add "10.66.$SUBNET.1/24" dev "$BRIDGE"
ip link set "$BRIDGE" up
for pair in red:2/32 blue:3/24; do
  name=${pair%%:*}
  ip netns add "$name"
  ip link add "to-$name" type veth peer name eth0 netns "$name"
  ip link set "to-$name" master "$BRIDGE" up
  nsenter --net="/run/netns/$name" ip addr add "10.66.$SUBNET.${pair#*:}" dev eth0
  nsenter --net="/run/netns/$name" ip link set eth0 up
done
iptables -I DOCKER-USER -i "$BRIDGE" -o "$BRIDGE" -j ACCEPT
