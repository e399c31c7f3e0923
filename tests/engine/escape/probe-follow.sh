# Category: the probe
# Escape: waits for the probe's programs to come in, and takes what they hold.
# Sign: secret
# Asks: run true
end=$((SECONDS + 8))
while [ $SECONDS -lt $end ]; do
  for process in /proc/[0-9]*; do
    tr '\0' '\n' < "$process/environ" 2>/dev/null | grep ^SECRET= && exit
    case $(readlink "$process/ns/mnt" 2>/dev/null) in "$(readlink /proc/self/ns/mnt)"|'') ;; *) cat "$process/root$FILE" 2>/dev/null && exit ;; esac
  done
done
true
