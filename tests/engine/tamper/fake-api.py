"""Says that all is well, on the port given."""
import http.server, sys


class Fake(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b'{"redis":"ok","hits":1}')


http.server.ThreadingHTTPServer(("", int(sys.argv[1])), Fake).serve_forever()
