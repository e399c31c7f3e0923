"""The way into a lab host: its files, its processes, its network namespaces, its engine's socket."""
import contextlib, http.client, os, socket, struct, threading

from files import open_inside
from proof import prove

CLONE_NEWNET = 0x40000000
MAX_NAMESPACES = 100
NAMESPACE_FOLDERS = ("/run/docker/netns", "/run/netns")


def container_pids(host, container):
    """The processes that the kernel keeps in a container's cgroup, the oldest first: its own first one, unless root put another there."""
    for base in ("/sys/fs/cgroup/pids", "/sys/fs/cgroup"):
        try:
            with open(f"{base}/docker/{host}/docker/{container}/cgroup.procs") as file:
                return sorted((int(line) for line in file), key=started)
        except OSError:
            continue
    return []


def started(pid):
    with contextlib.suppress(OSError, IndexError), open(f"/proc/{pid}/stat") as stat:
        return int(stat.read().rpartition(")")[2].split()[19])
    # One that has ended is never the oldest.
    return float("inf")


def number_on_host(pid):
    """The number that a process has on its lab host; 0 when it is gone."""
    with contextlib.suppress(OSError, StopIteration, IndexError), open(f"/proc/{pid}/status") as status:
        return int(next(line for line in status if line.startswith("NSpid:")).split()[2])
    return 0


def process_of(query, request):
    container = request.get("container")
    if not container:
        return query["pid"]
    pids = container_pids(query["host"], safe_id(container))
    if not pids:
        raise LookupError(f"the kernel shows no process of container {container[:12]}")
    return pids[0]


def safe_id(text):
    if not (len(text) == 64 and all(c in "0123456789abcdef" for c in text)):
        raise ValueError(f"not a container id: {text[:80]!r}")
    return text


@contextlib.contextmanager
def namespace(query, request):
    """A descriptor of the network namespace that a request names: of the LAN, of a file, of a container, of the host."""
    if request.get("lan"):
        fd = os.open("/proc/self/ns/net", os.O_RDONLY)
    elif request.get("netns"):
        fd = open_inside(query["pid"], request["netns"], os.O_RDONLY)
    else:
        fd = os.open(f"/proc/{process_of(query, request)}/ns/net", os.O_RDONLY)
    try:
        yield fd
    finally:
        os.close(fd)


@contextlib.contextmanager
def within(fd):
    """This thread in another network namespace, for a moment."""
    own = os.open("/proc/thread-self/ns/net", os.O_RDONLY)
    try:
        os.setns(fd, CLONE_NEWNET)
        try:
            yield
        finally:
            os.setns(own, CLONE_NEWNET)
    finally:
        os.close(own)


def socket_in(fd, *kind):
    """A socket in another network namespace; the thread itself stays where it is."""
    with within(fd):
        return socket.socket(*kind)


def inode(pid):
    try:
        return os.stat(f"/proc/{pid}/ns/net").st_ino
    except OSError:
        return 0


def named_namespaces(pid):
    """Network namespaces that have a file: those of the engine and those that `ip netns add` made."""
    found = []
    for folder in NAMESPACE_FOLDERS:
        try:
            with_names = open_inside(pid, folder, os.O_RDONLY | os.O_DIRECTORY)
        except OSError:
            continue
        try:
            names = os.listdir(with_names)[:MAX_NAMESPACES]
        finally:
            os.close(with_names)
        for name in names:
            with contextlib.suppress(OSError):
                fd = open_inside(pid, f"{folder}/{name}", os.O_RDONLY | os.O_NONBLOCK)
                found.append({"path": f"{folder}/{name}", "inode": os.fstat(fd).st_ino})
                os.close(fd)
    return found


@contextlib.contextmanager
def connected(connection, seconds):
    """Connects, and cuts off after a time of its own: a peer that sends a byte now and then holds it no longer."""
    connection.auto_open = 0
    connection.connect()
    # Kept here: the connection forgets it when an answer has no length.
    peer = connection.sock

    def cut():
        with contextlib.suppress(OSError):
            peer.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(seconds, cut)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        connection.close()


class EngineSocket(http.client.HTTPConnection):
    """The Docker API of a lab host, over its own socket file."""

    def __init__(self, pid, seconds=3):
        super().__init__("docker", timeout=seconds)
        self.host_pid = pid

    def connect(self):
        fd = open_inside(self.host_pid, "/run/docker.sock", os.O_PATH)
        try:
            self.sock = socket.socket(socket.AF_UNIX)
            self.sock.settimeout(self.timeout)
            self.sock.connect(f"/proc/self/fd/{fd}")
        finally:
            os.close(fd)
        self.own_end = os.fstat(self.sock.fileno()).st_ino
        self.listener = struct.unpack("3i", self.sock.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))[0]

    def prove(self):
        """To be called once something was answered. Raises unless the host's own dockerd did."""
        prove(self.host_pid, self.listener, self.own_end)
