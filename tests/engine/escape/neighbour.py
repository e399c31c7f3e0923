"""Runs on a host of somebody else's lab: hears every frame, a port and a terminal. Usage: neighbour.py SECRET PORT."""
import os, pty, re, socket, sys, threading

secret, port = sys.argv[1].encode(), int(sys.argv[2])
lock = threading.Lock()


def hear(data):
    for token in re.findall(rb"escape[0-9a-f]{12}", data.lower()):
        with lock, open("/root/heard", "ab") as file:
            file.write(token + b"\n")


def frames():
    ears = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
    while True:
        hear(ears.recv(65535))


def terminal(master):
    while True:
        hear(os.read(master, 4096))


def service():
    server = socket.create_server(("::", port), family=socket.AF_INET6, dualstack_ipv6=True)
    while True:
        peer, _ = server.accept()
        with peer:
            peer.sendall(secret + b"\n")


master, screen = pty.openpty()
for part in (frames, service):
    threading.Thread(target=part, daemon=True).start()
open("/root/heard", "ab").close()
terminal(master)
