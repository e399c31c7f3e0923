# Category: kernel interfaces in /proc and /sys
# Escape: puts a program of its own into the kernel.
# Sign: said
python3 - <<'PYTHON'
import ctypes, struct
libc = ctypes.CDLL(None, use_errno=True)
code = struct.pack("<BBhi", 0xb7, 0, 0, 0) + struct.pack("<BBhi", 0x95, 0, 0, 0)
code, licence = ctypes.create_string_buffer(code), ctypes.create_string_buffer(b"GPL")
for kind, name in ((5, "tracepoint"), (2, "kprobe"), (6, "xdp"), (1, "socket filter")):
    attributes = struct.pack("<IIQQIIQI", kind, 2, ctypes.addressof(code), ctypes.addressof(licence), 0, 0, 0, 0) + bytes(64)
    if libc.syscall(321, 5, attributes, 72) >= 0: print("escaped: loaded a program of kind", name)
PYTHON
