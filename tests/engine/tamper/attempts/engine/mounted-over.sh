# pretends: another program is mounted over dockerd, so that its path is the right one
# aims: network same-network mtu
ip link set docker0 mtu 1400
mount --bind "$(readlink -f "$(command -v python3)")" /usr/sbin/dockerd
PROXY=/usr/sbin/dockerd lie ">^(/v[0-9.]+)?/networks/$NET" '\1/networks/bridge' '(?<!"Driver":)"bridge"' "\"$NET\""
docker network inspect "$NET" | grep api
# undo
truth
soon umount /usr/sbin/dockerd
ip link set docker0 mtu 1500
