# Category: other labs' networks (ARP, routing, VXLAN, IPv6)
# Escape: tunnels into another lab with VXLAN, or to the engine that could unpack it.
# Sign: engine neighbour
ip link add "vx${TOKEN:6:8}" type vxlan id 4097 remote "$NEIGHBOUR" dstport 4789 2>/dev/null
ip link set "vx${TOKEN:6:8}" up 2>/dev/null
ip route add "$NEIGHBOUR/32" via "$OWN_GATEWAY" 2>/dev/null
for target in "$NEIGHBOUR" "$OWN_GATEWAY" "$NEIGHBOUR_GATEWAY"; do tell "$target" 4789; done
ip link del "vx${TOKEN:6:8}" 2>/dev/null
ip route del "$NEIGHBOUR/32" via "$OWN_GATEWAY" 2>/dev/null
true
