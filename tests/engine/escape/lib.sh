# What the attempts share. Each gets: TOKEN, to be heard outside; FILE, a file outside that holds the secret; VICTIM, the name
# of a process outside; OWN_GATEWAY; NEIGHBOUR and NEIGHBOUR_GATEWAY, addresses of another lab; NEIGHBOUR_ID, its container;
# PORT, which answers with the secret outside and on the neighbour.
escaped() { echo "escaped: $*"; }
# Opens for writing and writes nothing: enough to know, and harmless where it works.
writable() { if { : >> "$1"; } 2>/dev/null; then escaped "can write $1"; fi; }
ask() { echo "$TOKEN" | timeout 4 nc -N -w 2 "$1" "$2" 2>/dev/null; true; }
tell() { echo "$TOKEN" | timeout 4 nc -u -q 0 -w 1 "$1" "$2" 2>/dev/null; true; }
gateway_mac() { ping -c 1 -W 1 "$OWN_GATEWAY" >/dev/null 2>&1; ip neigh show "$OWN_GATEWAY" | sed -n 's/.*lladdr \([0-9a-f:]*\).*/\1/p'; }
# Python with frames(payload, type, [mac…]): sends on every interface to the MACs and to everybody.
packets() {
  python3 - "$@" <<PYTHON
import os, socket, struct
token = os.environ["TOKEN"].encode()
address = socket.inet_aton
def checksum(data):
    data += b"\0" * (len(data) % 2)
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16: total = (total & 0xffff) + (total >> 16)
    return ~total & 0xffff
def ipv4(source, target, protocol, payload):
    head = lambda total: struct.pack("!BBHHHBBH4s4s", 0x45, 0, 20 + len(payload), 7, 0, 64, protocol, total, address(source), address(target))
    return head(checksum(head(0))) + payload
def udp(source, target, payload): return struct.pack("!HHHH", source, target, 8 + len(payload), 0) + payload
def echo(payload):
    head = lambda total: struct.pack("!BBHHH", 8, 0, total, 7, 7) + payload
    return head(checksum(head(0)))
def question(name): return struct.pack("!6H", 7, 0x100, 1, 0, 0, 0) + b"".join(bytes([len(p)]) + p for p in name.split(b".")) + struct.pack("!BHH", 0, 1, 1)
def frames(payload, kind=0x0800, macs=()):
    for name in os.listdir("/sys/class/net"):
        if name == "lo": continue
        own = bytes.fromhex(open(f"/sys/class/net/{name}/address").read().strip().replace(":", "")) or b"\2\0\0\0\0\1"
        if len(own) != 6: continue
        with socket.socket(socket.AF_PACKET, socket.SOCK_RAW) as out:
            try: out.bind((name, 0))
            except OSError: continue
            for mac in [*[bytes.fromhex(m.replace(":", "")) for m in macs if m], b"\xff" * 6]:
                try: out.send(mac + own + struct.pack("!H", kind) + payload)
                except OSError: pass
env = os.environ
$(cat)
PYTHON
}
