"""Proof that what answers on a host's socket is its own dockerd, as it is in the image: not a proxy, not a program of the learner's."""
import contextlib, os, socket, struct

from files import open_inside

ENGINES = ("/usr/bin/dockerd", "/usr/sbin/dockerd")
SOCK_DIAG, DIAG_BY_FAMILY, SHOW_PEER, PEER = 4, 20, 4, 2


def prove(host_pid, listener, own_end):
    """`listener`: who opened the socket; `own_end`: the inode of our end of the connection. Raises PermissionError."""
    path = os.readlink(f"/proc/{listener}/exe")
    if path not in ENGINES:
        raise PermissionError(f"not the Docker engine but {path} answers on its socket")
    code = code_of(listener)
    # What is mounted over dockerd has its path; the kernel may name the code that really runs.
    if path not in code:
        raise PermissionError(f"not the Docker engine but another program under its path, {path}, answers on its socket")
    changed = [file for file in sorted(code | {path}) if not is_of_the_image(host_pid, listener, file)]
    if changed:
        raise PermissionError(f"the Docker engine runs code that is not of this machine: {', '.join(changed)[:200]}")
    # A process can listen, leave a child to answer, and become a true dockerd.
    there = other_end(own_end)
    if there and f"socket:[{there}]" not in links_in(f"/proc/{listener}/fd"):
        raise PermissionError("not the Docker engine but another process answers on its socket")


def code_of(pid):
    """Files that a process runs code from."""
    with open(f"/proc/{pid}/maps") as maps:
        parts = [line.split(None, 5) for line in maps]
    return {part[5].strip() for part in parts if "x" in part[1] and len(part) == 6 and part[5].startswith("/")}


def is_of_the_image(host_pid, pid, path):
    """Whether a process has the file where the lab host has it, with nothing mounted over it and no newer one in its place."""
    fds = []
    try:
        fds += [open_inside(one, path, os.O_PATH) for one in (host_pid, pid)]
        fds.append(open_inside(host_pid, "/", os.O_PATH))
        mounts = {mount_of(fd) for fd in fds}
    except OSError:
        return False
    finally:
        for fd in fds:
            os.close(fd)
    upper = upper_folder(host_pid)
    return len(mounts) == 1 and not (upper and os.path.lexists(f"/proc/1/root{upper}{path}"))


def mount_of(fd):
    with open(f"/proc/self/fdinfo/{fd}") as info:
        return next(line.split()[1] for line in info if line.startswith("mnt_id:"))


def upper_folder(host_pid):
    """Where the lab engine keeps what a host has changed of its image; empty where it stores in another way."""
    with open(f"/proc/{host_pid}/mountinfo") as mounts:
        for line in mounts:
            before, _, after = line.partition(" - ")
            if before.split()[4] == "/" and after.startswith("overlay "):
                options = dict(option.partition("=")[::2] for option in after.split()[-1].split(","))
                return options.get("upperdir", "")
    return ""


def other_end(inode):
    """The inode of a connected unix socket's other end; 0 where the kernel does not tell."""
    with contextlib.suppress(OSError, struct.error), socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, SOCK_DIAG) as diag:
        diag.settimeout(1)
        everything = 0xFFFFFFFF
        question = struct.pack("BBHIIIII", socket.AF_UNIX, 0, 0, everything, inode, SHOW_PEER, everything, everything)
        diag.send(struct.pack("IHHII", 16 + len(question), DIAG_BY_FAMILY, 1, 1, 0) + question)
        answer, at = diag.recv(8192), 32
        while struct.unpack_from("H", answer, 4)[0] == DIAG_BY_FAMILY and at < len(answer):
            length, kind = struct.unpack_from("HH", answer, at)
            if kind == PEER:
                return struct.unpack_from("I", answer, at + 4)[0]
            at += max(4, length + 3 & ~3)
    return 0


def links_in(folder):
    links = set()
    for name in os.listdir(folder):
        with contextlib.suppress(OSError):
            links.add(os.readlink(f"{folder}/{name}"))
    return links
