"""What a lab host has used of its bounds, and what is free for more of them, as the kernel counts it."""
import json, os, re, subprocess

from inside import namespace, open_inside, safe_id, within

CGROUPS = "/sys/fs/cgroup"
MAX_FOLDERS, MAX_PROCESSES, MAX_DESCRIPTORS = 600, 1100, 20_000  # what a learner makes is looked at no further than this


def limits(query, request):
    host = safe_id(query["host"])
    pids = processes(host)
    return {"memory": memory(host), "processes": forks(host), "disk": disk(query["pid"]), "inotify": inotify(pids),
            "namespaces": namespaces(query["pid"], pids), "connections": connections(query, request),
            "packets": dropped(query, request)}


def place(controller, host=None):
    """The folder of a host's cgroup, or of the whole lab engine's, on cgroup v2 and v1."""
    base = CGROUPS if os.path.exists(f"{CGROUPS}/cgroup.controllers") else f"{CGROUPS}/{controller}"
    return f"{base}/docker/{host}" if host else base


def number(path, default=0):
    try:
        with open(path) as file:
            return int(file.read())
    except (OSError, ValueError):
        return default


def events(path, name):
    try:
        with open(path) as file:
            return sum(int(line.split()[1]) for line in file if line.split()[0] == name)
    except OSError:
        return 0


def tree(folder):
    for count, (path, _, _) in enumerate(os.walk(folder)):
        if count == MAX_FOLDERS:
            return
        yield path


def processes(host):
    found = []
    for folder in tree(place("pids", host)):
        try:
            with open(f"{folder}/cgroup.procs") as file:
                found += [line.strip() for line in file]
        except OSError:
            continue
        if len(found) > MAX_PROCESSES:
            break
    return found[:MAX_PROCESSES]


def memory(host):
    """`kills` of the host and its containers, and how often the host's own limit was met: a container has limits too."""
    top = place("memory", host)
    if os.path.exists(f"{top}/memory.max"):
        return {"kills": events(f"{top}/memory.events", "oom_kill"), "full": events(f"{top}/memory.events.local", "oom"),
                "max": number(f"{top}/memory.max")}
    kills = sum(events(f"{folder}/memory.oom_control", "oom_kill") for folder in tree(top))
    # Memory and swap are charged first, and may be no more than memory. Some kernels count neither, but keep the peak.
    full = number(f"{top}/memory.failcnt") + number(f"{top}/memory.memsw.failcnt")
    if not full and number(f"{top}/memory.max_usage_in_bytes") >= number(f"{top}/memory.limit_in_bytes"):
        full = kills
    return {"kills": kills, "full": full, "max": number(f"{top}/memory.limit_in_bytes")}


def forks(host):
    top = place("pids", host)
    most = number(f"{top}/pids.peak", number(f"{top}/pids.current"))
    return {"refused": sum(events(f"{folder}/pids.events", "max") for folder in tree(top)), "most": most,
            "max": number(f"{top}/pids.max")}


def disk(pid):
    fd = open_inside(pid, "/", os.O_PATH | os.O_DIRECTORY)
    try:
        found = os.fstatvfs(fd)
    finally:
        os.close(fd)
    return {"free": found.f_bavail * found.f_frsize, "size": found.f_blocks * found.f_frsize}


def inotify(pids):
    """Instances by user, the most that one has: the kernel's bound is on each."""
    users, seen = {}, 0
    for pid in pids:
        try:
            user = os.stat(f"/proc/{pid}").st_uid
            for entry in os.scandir(f"/proc/{pid}/fd"):
                seen += 1
                if os.readlink(entry.path) == "anon_inode:inotify":
                    users[user] = users.get(user, 0) + 1
        except OSError:
            continue
        if seen > MAX_DESCRIPTORS:
            break
    return {"used": max(users.values(), default=0)}


def namespaces(first, pids):
    """Network namespaces that processes of the host are in, beside its own."""
    found = set()
    for pid in pids:
        try:
            found.add(os.readlink(f"/proc/{pid}/ns/net"))
        except OSError:
            continue
    try:
        found.discard(os.readlink(f"/proc/{first}/ns/net"))
    except OSError:
        pass
    return {"used": len(found)}


def connections(query, request):
    with namespace(query, request) as fd, within(fd):
        return {name: number(f"/proc/sys/net/netfilter/nf_conntrack_{name}") for name in ("count", "max")}


def dropped(query, request):
    """Packets over what the host may send on its LANs, counted where they leave it (engine-init)."""
    ports = {}
    for kind in ("packets", "bytes"):
        done = subprocess.run(["nft", "list", "set", "bridge", "patchbay", kind], capture_output=True, text=True, timeout=3)
        # Its JSON leaves the counters out.
        for name, packets in re.findall(r'"(\w+)" limit [^,}]* counter packets (\d+)', done.stdout):
            ports[name] = ports.get(name, 0) + int(packets)
    if not any(ports.values()):
        return {"dropped": 0}
    with namespace(query, request) as fd:
        done = subprocess.run(["nsenter", f"--net=/proc/self/fd/{fd}", "--", "ip", "-j", "link"], pass_fds=[fd],
                              capture_output=True, timeout=3)
    ends = {link.get("link_index") for link in json.loads(done.stdout)}
    names = {name for name in ports if number(f"/sys/class/net/{name}/ifindex") in ends}
    return {"dropped": sum(ports[name] for name in names)}


def machine(_query, _request):
    """What is free where lab hosts run: of the machine, or of the bound that its operator gave the lab engine."""
    with open("/proc/meminfo") as file:
        memory = next(int(line.split()[1]) * 1024 for line in file if line.startswith("MemAvailable"))
    top = place("memory")
    for bound, used in (("memory.max", "memory.current"), ("memory.limit_in_bytes", "memory.usage_in_bytes")):
        if number(f"{top}/{bound}"):
            memory = min(memory, number(f"{top}/{bound}") - number(f"{top}/{used}"))
    found = os.statvfs("/")
    with open("/proc/loadavg") as file:
        threads = int(file.read().split()[3].split("/")[1])
    return {"memoryBytes": memory, "diskBytes": found.f_bavail * found.f_frsize,
            "processes": number("/proc/sys/kernel/pid_max") - threads}
