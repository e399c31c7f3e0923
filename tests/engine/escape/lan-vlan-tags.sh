# Category: other labs' networks (ARP, routing, VXLAN, IPv6)
# Escape: hops to another lab's segment with frames that carry VLAN tags, one or two.
# Sign: neighbour
packets <<'PYTHON'
inner = ipv4("192.0.2.7", env["NEIGHBOUR"], 17, udp(9, 9, token))
for number in (0, 1, 2, 100, 4094):
    frames(struct.pack("!HH", number, 0x0800) + inner, 0x8100)
    frames(struct.pack("!HHHH", 1, 0x8100, number, 0x0800) + inner, 0x88a8)
PYTHON
