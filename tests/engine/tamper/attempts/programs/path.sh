# pretends: another PATH for everybody leads to programs that say what is wanted
# aims: network same-network mtu name alias service
mkdir -p /opt/lie
for name in docker ip iptables nft ss nslookup nsenter dockerd; do
  printf '#!/bin/sh\necho "%s 1400 api redis"\n' "$NET" > /opt/lie/$name
  chmod +x /opt/lie/$name
done
cp /etc/environment /root/tamper/environment 2>/dev/null || : > /root/tamper/environment
echo 'PATH=/opt/lie:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' >> /etc/environment
PATH=/opt/lie:$PATH docker network inspect "$NET" | grep api
# undo
cp /root/tamper/environment /etc/environment
rm -r /opt/lie
