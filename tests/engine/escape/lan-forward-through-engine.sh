# Category: other labs' networks (ARP, routing, VXLAN, IPv6)
# Escape: hands the engine frames for another lab, past its own routing table, with source routes and redirects.
# Sign: neighbour
gateway=$(gateway_mac) packets <<'PYTHON'
target = env["NEIGHBOUR"]
for source in ("192.0.2.7", env["NEIGHBOUR_GATEWAY"], target): frames(ipv4(source, target, 17, udp(9, 9, token)), macs=[env["gateway"]])
PYTHON
