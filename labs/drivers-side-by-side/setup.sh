#!/bin/bash
#@ host-2
set -euo pipefail
cat > /usr/local/bin/rtt <<'END'
#!/usr/bin/env python3
"""rtt ADDRESS PORT: opens 100 TCP connections, one after the other, and prints how long they took, in microseconds."""
import socket, sys, time
address, port = sys.argv[1], int(sys.argv[2])
times = []
for _ in range(100):
    start = time.perf_counter_ns()
    connection = socket.create_connection((address, port), timeout=3)
    times.append((time.perf_counter_ns() - start) // 1000)
    connection.close()
    time.sleep(0.005)
times.sort()
print(f"best {times[0]} median {times[len(times) // 2]} worst {times[-1]}")
END
cat > /usr/local/bin/shape <<'END'
#!/usr/bin/env python3
"""shape FILE: whether the figures in it, a driver and its microseconds on each line, can be true of one machine."""
import sys
drivers = ["host", "macvlan", "bridge", "overlay"]
best = {}
try:
    for line in open(sys.argv[1]):
        words = line.split()
        if len(words) >= 2 and words[0] in drivers:
            best[words[0]] = float(words[1])
except FileNotFoundError:
    sys.exit(f"there is no {sys.argv[1]}")
except ValueError as mistake:
    sys.exit(str(mistake))
missing = [name for name in drivers if not best.get(name, 0) > 0]
if missing:
    sys.exit("no figure for " + ", ".join(missing))
for bare in ["host", "macvlan"]:
    # A machine that is busy with other things moves a figure by some percent, not by a third.
    if best["overlay"] < 0.75 * best[bare]:
        sys.exit(f"overlay {best['overlay']:g} is far below {bare} {best[bare]:g}")
print(", ".join(f"{name} {best[name]:g}" for name in drivers))
END
chmod +x /usr/local/bin/rtt /usr/local/bin/shape
