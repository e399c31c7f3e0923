#!/bin/bash
#@ fails shop http
#@ fails docs dnat
# shop where nobody looks for it, and a program of the host that carries docs: the LAN sees a page, docs sees only the host.
set -euo pipefail
docker rm -f shop
docker run -d --name shop -p "$((SHOP + 1000)):80" web
cat > /root/carry.py <<'P'
import os, socket, threading
def pump(a, b):
    while data := a.recv(4096): b.sendall(data)
    b.shutdown(socket.SHUT_WR)
listener = socket.create_server((os.environ['HOST_1_IP'], int(os.environ['DOCS'])))
while True:
    client, _ = listener.accept()
    server = socket.create_connection(('127.0.0.1', int(os.environ['DOCS'])))
    for pair in ((client, server), (server, client)): threading.Thread(target=pump, args=pair).start()
P
setsid python3 /root/carry.py > /dev/null 2>&1 < /dev/null &
for _ in $(seq 50); do curl -sf "http://$HOST_1_IP:$DOCS/" && break; sleep 0.1; done
