#!/bin/bash
# Pairs that are made whole on the host, one end moved and renamed; brctl instead of ip.
set -euo pipefail
brctl addbr "$BRIDGE"
ip link set "$BRIDGE" up
ip addr add "10.66.$SUBNET.1/24" dev "$BRIDGE"
number=2
for name in red blue; do
  ip netns add "$name"
  ip link add "$name-out" type veth peer name "$name-in"
  ip link set "$name-in" netns "$name"
  nsenter --net="/run/netns/$name" sh -ec "
    ip link set $name-in name eth0
    ip addr add 10.66.$SUBNET.$number/24 dev eth0
    ip link set eth0 up
    ip route add default via 10.66.$SUBNET.1"
  brctl addif "$BRIDGE" "$name-out"
  ip link set "$name-out" up
  number=$((number + 1))
done
iptables -I FORWARD -i "$BRIDGE" -o "$BRIDGE" -j ACCEPT
