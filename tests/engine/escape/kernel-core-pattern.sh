# Category: kernel interfaces in /proc and /sys
# Escape: names the program that the kernel starts, as root of the machine, when a process crashes or a module is wanted.
# Sign: said
writable /proc/sys/kernel/core_pattern
writable /proc/sys/kernel/modprobe
mkdir -p "/mnt/$TOKEN" && mount -t proc proc "/mnt/$TOKEN" && writable "/mnt/$TOKEN/sys/kernel/core_pattern"
umount "/mnt/$TOKEN"; rmdir "/mnt/$TOKEN"
