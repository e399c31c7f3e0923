"""A proxy in front of a Docker engine: proxy.py TRUE_SOCKET OWN_SOCKET [PATTERN REPLACEMENT]...

Each pattern rewrites the answers; one that begins with > rewrites the paths that are asked.
"""
import http.client, http.server, os, re, socket, socketserver, sys

true, own, *words = sys.argv[1:]
pairs = list(zip(words[::2], words[1::2]))
asked = [(pattern[1:], new) for pattern, new in pairs if pattern.startswith(">")]
answered = [pair for pair in pairs if not pair[0].startswith(">")]


class Engine(http.client.HTTPConnection):
    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.connect(true)


def rewritten(text, rules):
    for pattern, new in rules:
        text = re.sub(pattern, new, text)
    return text


class Liar(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def address_string(self):
        return ""

    def answer(self):
        connection = Engine("docker")
        connection.request(self.command, rewritten(self.path, asked))
        response = connection.getresponse()
        body = rewritten(response.read().decode(), answered).encode()
        self.send_response(response.status)
        for name in ("Api-Version", "Content-Type", "Ostype"):
            if response.getheader(name):
                self.send_header(name, response.getheader(name))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_GET = do_HEAD = answer


class Server(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True


server = Server(own, Liar)
if os.environ.get("BECOME"):
    # The process that listens becomes another program; a child answers in its place.
    if os.fork():
        os.execv(os.environ["BECOME"].split()[0], os.environ["BECOME"].split())
server.serve_forever()
