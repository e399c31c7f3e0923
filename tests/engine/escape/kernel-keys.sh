# Category: kernel interfaces in /proc and /sys
# Escape: reads, changes or uses up the kernel's keys, which all labs share by their user id.
# Sign: said
python3 - <<'PYTHON'
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
key = libc.syscall(248, b"user", b"escape", b"x", 1, -2)
if key >= 0:
    print("escaped: added a key")
    libc.syscall(250, 21, key)
PYTHON
grep -q "$NEIGHBOUR_ID" /proc/keys && escaped "sees a keyring of the neighbour"
true
