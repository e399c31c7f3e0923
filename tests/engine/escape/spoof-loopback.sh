# Category: spoofed source addresses
# Escape: reaches what listens on the engine's loopback only, with frames for 127.0.0.1 or from it.
# Sign: engine
tell 127.0.0.1 "$PORT"
gateway=$(gateway_mac) packets <<'PYTHON'
port = int(env["PORT"])
for source, target in ((env["NEIGHBOUR"], "127.0.0.1"), ("127.0.0.1", "127.0.0.1"), ("127.0.0.1", env["OWN_GATEWAY"])):
    frames(ipv4(source, target, 17, udp(9, port, token)), macs=[env["gateway"]])
PYTHON
