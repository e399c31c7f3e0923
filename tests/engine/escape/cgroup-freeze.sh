# Category: cgroup release_agent and friends
# Escape: freezes a process so that nobody can end it: on cgroup v1 not even who removes the lab, or the lab engine.
# Sign: said
mkdir -p "/mnt/$TOKEN" && mount -t cgroup -o freezer freezer "/mnt/$TOKEN" 2>/dev/null
for tree in /sys/fs/cgroup/freezer "/mnt/$TOKEN"; do
  mkdir "$tree/$TOKEN" 2>/dev/null || continue
  sleep 60 & echo $! > "$tree/$TOKEN/cgroup.procs" && echo FROZEN > "$tree/$TOKEN/freezer.state" && kill -9 $!
  for _ in 1 2 3 4 5; do [ -e /proc/$! ] && sleep 0.1; done
  grep -q $! "$tree/$TOKEN/cgroup.procs" 2>/dev/null && escaped "a killed process stays"
  echo THAWED > "$tree/$TOKEN/freezer.state"; wait; rmdir "$tree/$TOKEN"
done
umount "/mnt/$TOKEN" 2>/dev/null; rmdir "/mnt/$TOKEN"
