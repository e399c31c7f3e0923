# Category: ptrace and signals to outside processes
# Escape: kills a process outside: another lab's, the probe, the engine.
# Sign: victim
pkill -9 -f "^$VICTIM" 2>/dev/null
# Also through descriptors of processes, by number, for numbers that are nobody's here.
python3 - <<'PYTHON'
import os, signal
for pid in range(1, 4096):
    try: descriptor = os.pidfd_open(pid)
    except OSError: continue
    try: name = open(f"/proc/{pid}/cmdline").read()
    except OSError: name = os.environ["VICTIM"]
    if name.startswith(os.environ["VICTIM"]): signal.pidfd_send_signal(descriptor, signal.SIGKILL)
    os.close(descriptor)
PYTHON
true
