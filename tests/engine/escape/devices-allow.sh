# Category: devices and raw disks
# Escape: lets its cgroup use devices that were not given to it.
# Sign: said
find /sys/fs/cgroup -maxdepth 2 -name devices.allow | while read -r file; do writable "$file"; done
mkdir -p "/mnt/$TOKEN" && mount -t cgroup -o devices cgroup "/mnt/$TOKEN" 2>/dev/null && writable "/mnt/$TOKEN/devices.allow"
umount "/mnt/$TOKEN" 2>/dev/null; rmdir "/mnt/$TOKEN"
# On cgroup v2 a program in the kernel decides; whoever may load one of that kind may replace it.
python3 - <<'PYTHON'
import ctypes, errno, struct
libc = ctypes.CDLL(None, use_errno=True)
code = struct.pack("<BBhi", 0xb7, 0, 0, 1) + struct.pack("<BBhi", 0x95, 0, 0, 0)
code, licence = ctypes.create_string_buffer(code), ctypes.create_string_buffer(b"GPL")
attributes = struct.pack("<IIQQIIQI", 15, 2, ctypes.addressof(code), ctypes.addressof(licence), 0, 0, 0, 0) + bytes(64)
if libc.syscall(321, 5, attributes, 72) >= 0: print("escaped: loaded a device program")
PYTHON
