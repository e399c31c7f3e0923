# pretends: made-up files are mounted over /proc/1, /proc/sys and /sys of the host
# aims: network same-network mtu name alias service
mkdir -p /root/tamper/one/net
echo "$NET" > /root/tamper/one/net/dev
mount --bind /root/tamper/one /proc/1
mount -t tmpfs made-up /proc/sys
mount -t tmpfs made-up /sys
grep -q "$NET" /proc/1/net/dev
# undo
umount /sys
umount /proc/sys
umount /proc/1
