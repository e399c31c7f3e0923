# pretends: made-up files are mounted over /proc and /sys of the host
# aims: network same-network mtu name alias service
mkdir -p /root/tamper/proc/sys /root/tamper/proc/net
echo "$NET" > /root/tamper/proc/net/dev
mount --bind /root/tamper/proc /proc
mount -t tmpfs made-up /sys
grep -q "$NET" /proc/net/dev
# undo
umount /sys
umount /proc
