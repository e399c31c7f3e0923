# Category: devices and raw disks
# Escape: makes a node for a disk of the machine, and could read every file on it.
# Sign: said
while read -r major minor _ name; do
  [ "$major" -gt 0 ] 2>/dev/null || continue
  for place in /root /dev /tmp /var/lib/docker; do
    mknod "$place/$TOKEN" b "$major" "$minor" 2>/dev/null && { escaped "made a node for $name"; rm "$place/$TOKEN"; }
  done
done < /proc/partitions
