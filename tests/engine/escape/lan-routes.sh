# Category: other labs' networks (ARP, routing, VXLAN, IPv6)
# Escape: makes the lab engine route to another lab.
# Sign: secret
for way in "via $OWN_GATEWAY" "via $NEIGHBOUR_GATEWAY dev eth0 onlink" "via inet6 fe80::1 dev eth0" $(ls /sys/class/net | sed 's/^/dev:/'); do
  way=${way/dev:/dev }
  ip route add "$NEIGHBOUR/32" $way 2>/dev/null || continue
  ask "$NEIGHBOUR" "$PORT"
  tell "$NEIGHBOUR" "$PORT"
  ip route del "$NEIGHBOUR/32" $way 2>/dev/null
done
true
