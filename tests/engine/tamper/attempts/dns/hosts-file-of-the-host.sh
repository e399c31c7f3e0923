# pretends: the host's own hosts file and resolv.conf know the names
# aims: name alias
cp /etc/hosts /root/tamper/hosts
cp /etc/resolv.conf /root/tamper/resolv.conf
echo "$(address redis) redis store" >> /etc/hosts
getent hosts store
# undo
cat /root/tamper/hosts > /etc/hosts
cat /root/tamper/resolv.conf > /etc/resolv.conf
