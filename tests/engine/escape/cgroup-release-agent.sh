# Category: cgroup release_agent and friends
# Escape: names the program that the kernel starts, as root of the machine, when a cgroup is empty.
# Sign: said
for controllers in cpu memory pids devices freezer rdma misc net_cls,net_prio perf_event hugetlb name=systemd none,name="$TOKEN"; do
  mkdir -p "/mnt/$TOKEN/$controllers"
  mount -t cgroup -o "$controllers" cgroup "/mnt/$TOKEN/$controllers" 2>/dev/null
done
find /mnt /sys/fs/cgroup -name release_agent 2>/dev/null | while read -r file; do writable "$file"; done
for mount in "/mnt/$TOKEN"/*; do umount "$mount" 2>/dev/null; rmdir "$mount"; done
rmdir "/mnt/$TOKEN"
