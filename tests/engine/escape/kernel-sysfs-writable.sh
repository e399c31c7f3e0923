# Category: kernel interfaces in /proc and /sys
# Escape: turns a knob of the kernel in /sys.
# Sign: said
unshare -m sh -c 'mount -o remount,rw,bind /sys; mount -o remount,rw /sys; for file in /sys/kernel/rcu_expedited /sys/kernel/uevent_helper /sys/power/state; do
  if { : >> $file; } 2>/dev/null; then echo "escaped: can write $file"; fi
done' 2>/dev/null
