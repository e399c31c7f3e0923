# pretends: the process that listens on the socket turns into a true dockerd, while its child answers with lies
# aims: network same-network mtu
ip link set docker0 mtu 1400
BECOME="/usr/sbin/dockerd --host unix:///root/tamper/second.sock --data-root /root/tamper/data --exec-root /root/tamper/exec --pidfile /root/tamper/second.pid --bridge none --iptables=false" \
  lie ">^(/v[0-9.]+)?/networks/$NET" '\1/networks/bridge' '(?<!"Driver":)"bridge"' "\"$NET\""
soon test -S /root/tamper/second.sock
docker network inspect "$NET" | grep api
# undo
pkill -f tamper/proxy.py || true
truth
soon test ! -S /root/tamper/second.sock
# The second engine has taken docker0 away.
systemctl restart docker
docker start metrics
shop
