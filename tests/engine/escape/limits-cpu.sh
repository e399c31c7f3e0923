# Category: raising one's own cgroup limits
# Escape: takes all the CPUs.
# Sign: said
mkdir -p "/mnt/$TOKEN"
mount -t cgroup -o cpu none "/mnt/$TOKEN" 2>/dev/null
for tree in /sys/fs/cgroup /sys/fs/cgroup/* "/mnt/$TOKEN"; do
  for file in cpu.cfs_quota_us cpu.max; do
    [ -e "$tree/$file" ] || continue
    for value in -1 max; do { echo "$value" > "$tree/$file"; } 2>/dev/null && escaped "wrote $value to $tree/$file"; done
  done
done
umount "/mnt/$TOKEN" 2>/dev/null; rmdir "/mnt/$TOKEN"
