# Category: kernel interfaces in /proc and /sys
# Escape: looks into the running kernel, and so into everybody's processes.
# Sign: said
mkdir -p "/mnt/$TOKEN"
for type in tracefs debugfs securityfs pstore; do
  mount -t "$type" none "/mnt/$TOKEN" 2>/dev/null && { escaped "mounted $type"; umount "/mnt/$TOKEN"; }
done
rmdir "/mnt/$TOKEN"
