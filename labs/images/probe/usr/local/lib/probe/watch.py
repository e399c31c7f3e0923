"""Tells when something changed on a lab host: links, addresses, routes, rules, or what its engine reports.

Nothing here reads what changed; a round of checks does. Packets, neighbours and programs run in containers are no change.
"""
import contextlib, json, selectors, socket, threading, time, urllib.parse

from inside import EngineSocket, namespace, socket_in

NETLINK_ROUTE, NETLINK_NETFILTER = 0, 12
# Links, IPv4 addresses and routes, IPv6 addresses and routes; the rules of nftables, to which iptables' belong.
ROUTE_GROUPS = 0x1 | 0x10 | 0x40 | 0x100 | 0x400
NFTABLES_GROUP = 1 << 6
QUIET_SECONDS = 0.05
RETRY_SECONDS = 1
MAX_LINE = 1 << 16
FILTERS = urllib.parse.quote(json.dumps({"type": ["container", "network", "service", "node", "daemon"]}))
NO_CHANGE = ("exec_", "top", "attach", "detach", "resize", "copy", "archive", "export", "commit")


class Watch:
    """One lab host that somebody looks at."""

    def __init__(self, query):
        self.query, self.engine, self.buffer, self.told, self.due = query, None, b"", 0.0, False
        self.retry = 0.0
        with namespace(query, {}) as fd:
            self.kernel = [self.netlink(fd, NETLINK_ROUTE, ROUTE_GROUPS),
                           self.netlink(fd, NETLINK_NETFILTER, NFTABLES_GROUP)]

    @staticmethod
    def netlink(fd, family, groups):
        listener = socket_in(fd, socket.AF_NETLINK, socket.SOCK_RAW, family)
        listener.bind((0, groups))
        listener.setblocking(False)
        return listener

    def call_engine(self):
        connection = EngineSocket(self.query["pid"])
        connection.connect()
        self.engine, self.buffer = connection.sock, b""
        self.engine.sendall(f"GET /events?filters={FILTERS} HTTP/1.0\r\nHost: docker\r\n\r\n".encode())
        self.engine.setblocking(False)

    def hear_engine(self):
        """Whether a change is among what came. An end of the stream is one: the engine went."""
        data = self.engine.recv(1 << 16)
        lines = (self.buffer + data).split(b"\n")
        self.buffer = lines.pop()[-MAX_LINE:]
        if not data:
            self.engine.close()
            self.engine, self.retry = None, time.monotonic() + RETRY_SECONDS
            return True
        return any(is_change(line) for line in lines)

    def close(self):
        for one in [*self.kernel, self.engine]:
            if one:
                one.close()


def is_change(line):
    try:
        action = str(json.loads(line).get("Action", ""))
    except (ValueError, AttributeError):
        return False
    return not action.startswith(NO_CHANGE)


class Watches:
    """All watched hosts, in one thread. `tell` is called with the number of a watch at most once in a while."""

    def __init__(self, tell):
        self.tell, self.watches, self.lock = tell, {}, threading.Lock()
        self.selector = selectors.DefaultSelector()
        threading.Thread(target=self.run, daemon=True).start()

    def add(self, number, query):
        watch = Watch(query)
        with self.lock:
            self.watches[number] = watch
            for one in watch.kernel:
                self.selector.register(one, selectors.EVENT_READ, (number, watch))

    def drop(self, number):
        with self.lock:
            watch = self.watches.pop(number, None)
            if not watch:
                return
            for one in [*watch.kernel, watch.engine]:
                if one:
                    self.selector.unregister(one)
            watch.close()

    def run(self):
        while True:
            ready = self.selector.select(0.2) if self.selector.get_map() else time.sleep(0.2) or []
            with self.lock:
                for key, _ in ready:
                    self.hear(key.fileobj, *key.data)
                now = time.monotonic()
                for number, watch in self.watches.items():
                    self.call(number, watch, now)
                    if watch.due and now - watch.told >= QUIET_SECONDS:
                        watch.due, watch.told = False, now
                        self.tell(number)

    def hear(self, source, number, watch):
        if self.watches.get(number) is not watch:
            return
        try:
            if source is watch.engine:
                watch.due |= watch.hear_engine()
                if not watch.engine:
                    self.selector.unregister(source)
                return
            while source.recv(1 << 16):
                watch.due = True
        except BlockingIOError:
            pass
        except OSError:
            # The kernel dropped messages: something changed.
            watch.due = True
            if source is watch.engine:
                self.selector.unregister(source)
                source.close()
                watch.engine, watch.retry = None, time.monotonic() + RETRY_SECONDS

    def call(self, number, watch, now):
        if watch.engine or now < watch.retry:
            return
        watch.retry = now + RETRY_SECONDS
        with contextlib.suppress(OSError):
            watch.call_engine()
            self.selector.register(watch.engine, selectors.EVENT_READ, (number, watch))
            watch.due = True
