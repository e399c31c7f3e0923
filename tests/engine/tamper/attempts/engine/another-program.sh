# pretends: what stands in dockerd's place under its name is a program of the learner's
# aims: network same-network mtu
ip link set docker0 mtu 1400
mv /usr/sbin/dockerd /usr/sbin/dockerd.true
cp "$(readlink -f "$(command -v python3)")" /usr/sbin/dockerd
PROXY=/usr/sbin/dockerd lie ">^(/v[0-9.]+)?/networks/$NET" '\1/networks/bridge' '(?<!"Driver":)"bridge"' "\"$NET\""
docker network inspect "$NET" | grep api
# undo
truth
mv -f /usr/sbin/dockerd.true /usr/sbin/dockerd
systemctl restart docker
docker start metrics redis api
ip link set docker0 mtu 1500
