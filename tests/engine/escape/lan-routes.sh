# Category: other labs' networks (ARP, routing, VXLAN, IPv6)
# Escape: makes the lab engine route to another lab.
# Sign: secret
for way in "via $OWN_GATEWAY" "dev eth0" "via $NEIGHBOUR_GATEWAY dev eth0 onlink" "via inet6 fe80::1 dev eth0"; do
  ip route add "$NEIGHBOUR/32" $way 2>/dev/null || [ "$way" = "via $OWN_GATEWAY" ] || continue
  ask "$NEIGHBOUR" "$PORT"
  tell "$NEIGHBOUR" "$PORT"
  ip route del "$NEIGHBOUR/32" $way 2>/dev/null
done
true
