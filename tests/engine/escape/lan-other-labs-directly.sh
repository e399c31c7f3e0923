# Category: other labs' networks (ARP, routing, VXLAN, IPv6)
# Escape: opens a connection to another lab's host.
# Sign: secret
ask "$NEIGHBOUR" "$PORT"
