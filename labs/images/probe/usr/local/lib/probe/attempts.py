"""What is tried rather than read: connections and requests, from any namespace of a lab or from its LAN."""
import http.client, re, socket, subprocess, time, urllib.parse

from inside import connected, namespace, socket_in

MAX_BODY = 64 << 10


class Visit(http.client.HTTPConnection):
    """An HTTP connection whose socket lives in another namespace."""

    def __init__(self, fd, address, port, seconds):
        super().__init__(address, port, timeout=seconds)
        self.namespace = fd

    def connect(self):
        self.sock = dial(self.namespace, self.host, self.port, self.timeout)


def dial(fd, address, port, seconds):
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    peer = socket_in(fd, family, socket.SOCK_STREAM)
    try:
        peer.settimeout(seconds)
        peer.connect((address, port))
        return peer
    except OSError:
        peer.close()
        raise


def try_tcp(fd, request, seconds):
    dial(fd, request["address"], request["port"], seconds).close()
    return {}


def try_udp(fd, request, seconds):
    """Only an answer shows that a datagram arrived."""
    family = socket.AF_INET6 if ":" in request["address"] else socket.AF_INET
    with socket_in(fd, family, socket.SOCK_DGRAM) as peer:
        peer.settimeout(seconds)
        peer.connect((request["address"], request["port"]))
        peer.send(request.get("send", "ping\n").encode())
        return {"body": peer.recv(MAX_BODY).decode("utf-8", "replace")}


def try_http(fd, request, seconds):
    connection = Visit(fd, request["address"], request["port"], seconds)
    with connected(connection, seconds):
        own = connection.sock.getsockname()
        connection.request("GET", urllib.parse.quote(request["path"], safe="/?&=%:,;+@~"))
        response = connection.getresponse()
        return {"status": response.status, "body": response.read(MAX_BODY).decode("utf-8", "replace"), "own": own[:2]}


PROTOCOLS = {"tcp": try_tcp, "udp": try_udp, "http": try_http}


def connect(query, request):
    """Tries once; `detail` says in words why nothing answered."""
    seconds = request["timeoutMs"] / 1000
    with namespace(query, request) as fd:
        began = time.monotonic()
        try:
            result = PROTOCOLS[request["protocol"]](fd, request, seconds)
        except TimeoutError:
            return {"detail": f"no answer within {seconds:g} s"}
        except (OSError, http.client.HTTPException) as error:
            return {"detail": getattr(error, "strerror", None) or str(error) or type(error).__name__}
        return {**result, "ms": round((time.monotonic() - began) * 1000)}


def lan_get(query, request):
    """A GET as a machine on the LAN sends it: from the lab's gateway address."""
    url = urllib.parse.urlsplit(request["url"])
    path = urllib.parse.urlunsplit(("", "", url.path or "/", url.query, ""))
    result = connect(query, {"lan": True, "protocol": "http", "address": url.hostname, "port": url.port or 80,
                             "path": path, "timeoutMs": request.get("timeoutMs", 2000)})
    own = result.pop("own", None)
    return {**result, "from": answerer(query["pid"], *own)} if own else result


def answerer(host_pid, address, port):
    """Who answered a connection to a host, `address:port`, as its kernel's table of connections has it; or empty."""
    find = ["conntrack", "-L", "-p", "tcp", "--orig-src", address, "--orig-port-src", str(port)]
    inside = ["nsenter", f"--net=/proc/{host_pid}/ns/net", "--", *find]
    try:
        table = subprocess.run(inside, capture_output=True, text=True, timeout=2).stdout
    except subprocess.TimeoutExpired:
        return ""
    reply = re.search(r" src=\S+ dst=\S+ sport=\d+ dport=\d+ .*?src=(\S+) dst=\S+ sport=(\d+)", table)
    return f"{reply[1]}:{reply[2]}" if reply else ""
