# Category: kernel interfaces in /proc and /sys
# Escape: changes a setting of the whole machine, for every lab and for the operator.
# Sign: said
for name in kernel/panic kernel/randomize_va_space kernel/keys/maxkeys vm/overcommit_memory vm/drop_caches fs/file-max \
  fs/inotify/max_user_instances user/max_inotify_instances user/max_net_namespaces; do writable "/proc/sys/$name"; done
