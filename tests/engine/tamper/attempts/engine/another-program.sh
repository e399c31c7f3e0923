# pretends: what answers on the engine's socket is a program of the learner's that is called dockerd
# aims: network same-network mtu
ip link set docker0 mtu 1400
cp "$(readlink -f "$(command -v python3)")" /root/tamper/dockerd
PROXY=/root/tamper/dockerd lie ">^(/v[0-9.]+)?/networks/$NET" '\1/networks/bridge' '(?<!"Driver":)"bridge"' "\"$NET\""
docker network inspect "$NET" | grep api
# undo
truth
ip link set docker0 mtu 1500
