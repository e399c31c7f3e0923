# Category: raising one's own cgroup limits
# Escape: makes its disk larger, or writes to a disk of the machine, until that is full.
# Sign: said
python3 - <<'PYTHON'
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
for line in open("/proc/self/mounts"):
    source, place, kind, options = line.split()[:4]
    if kind == "tmpfs" and place in ("/", "/var/lib/docker", "/tmp", "/root", "/mnt/disk"):
        before = os.statvfs(place).f_blocks
        libc.mount(b"none", place.encode(), None, 32, b"size=8g")
        if os.statvfs(place).f_blocks > before: print("escaped: a larger", place)
    if source.startswith("/dev/") and "rw" in options.split(",") and os.access(place, os.W_OK): print("escaped: can fill", source, "through", place)
if os.statvfs("/").f_blocks * os.statvfs("/").f_frsize > 2 << 30: print("escaped: / has no limit")
PYTHON
