# pretends: a proxy says that the default bridge is named as wanted
# aims: network same-network mtu
ip link set docker0 mtu 1400
lie ">^(/v[0-9.]+)?/networks/$NET" '\1/networks/bridge' '(?<!"Driver":)"bridge"' "\"$NET\""
docker network inspect "$NET" | grep api
# undo
truth
ip link set docker0 mtu 1500
