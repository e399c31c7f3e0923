# Category: kernel interfaces in /proc and /sys
# Escape: samples what every process of the machine does.
# Sign: said
python3 - <<'PYTHON'
import ctypes, struct
libc = ctypes.CDLL(None, use_errno=True)
attributes = struct.pack("<IIQQQQQ", 1, 112, 0, 4000, 0, 0, 1) + bytes(112 - 48)
if libc.syscall(298, attributes, -1, 0, -1, 0) >= 0: print("escaped: watches a CPU, whoever runs on it")
PYTHON
