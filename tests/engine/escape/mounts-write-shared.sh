# Category: mounts and namespaces
# Escape: writes to what is mounted read-only, and so into the images of every later lab.
# Sign: file
cut -d' ' -f2,4 /proc/self/mounts | while read -r place options; do
  case $options in ro,*|ro) ;; *) continue ;; esac
  case $place in /proc*|/sys*) continue ;; esac
  mount -o remount,rw,bind "$place" 2>/dev/null; mount -o remount,rw "$place" 2>/dev/null
  touch "$place/$TOKEN" 2>/dev/null
  unshare -Urm sh -c "mount -o remount,rw,bind '$place'; touch '$place/$TOKEN'" 2>/dev/null
done
true
