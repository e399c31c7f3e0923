# Category: the terminal path
# Escape: writes to somebody else's terminal, or types into it.
# Sign: neighbour
mkdir -p "/mnt/$TOKEN" && mount -t devpts devpts "/mnt/$TOKEN" 2>/dev/null
for screen in /dev/pts/[0-9]* "/mnt/$TOKEN"/[0-9]* /proc/[0-9]*/root/dev/pts/[0-9]*; do [ -c "$screen" ] && timeout 1 sh -c "echo $TOKEN > $screen" 2>/dev/null; done
umount "/mnt/$TOKEN" 2>/dev/null; rmdir "/mnt/$TOKEN"
