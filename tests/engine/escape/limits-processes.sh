# Category: raising one's own cgroup limits
# Escape: makes processes until the machine has no numbers left.
# Sign: said
mkdir -p "/mnt/$TOKEN"
mount -t cgroup -o pids none "/mnt/$TOKEN" 2>/dev/null
for tree in /sys/fs/cgroup /sys/fs/cgroup/* "/mnt/$TOKEN"; do
  for file in pids.max; do
    [ -e "$tree/$file" ] || continue
    for value in max; do { echo "$value" > "$tree/$file"; } 2>/dev/null && escaped "wrote $value to $tree/$file"; done
  done
done
umount "/mnt/$TOKEN" 2>/dev/null; rmdir "/mnt/$TOKEN"
