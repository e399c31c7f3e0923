"""Files as a process of a lab host sees them."""
import ctypes, os, struct

RESOLVE_NO_MAGICLINKS, RESOLVE_IN_ROOT = 0x02, 0x10
OPENAT2 = 437
libc = ctypes.CDLL(None, use_errno=True)


def open_inside(pid, path, flags):
    """Opens a path as the process sees it; symbolic links cannot lead out of its root."""
    root = os.open(f"/proc/{pid}/root", os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        how = struct.pack("QQQ", flags | os.O_CLOEXEC, 0, RESOLVE_IN_ROOT | RESOLVE_NO_MAGICLINKS)
        fd = libc.syscall(OPENAT2, root, path.encode(), how, len(how))
        if fd < 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), path)
        return fd
    finally:
        os.close(root)
