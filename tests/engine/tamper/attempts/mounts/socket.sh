# pretends: the socket of a proxy is mounted over the engine's
# aims: network same-network mtu
ip link set docker0 mtu 1400
background proxy python3 /root/tamper/proxy.py /run/true.sock /root/tamper/own.sock ">^(/v[0-9.]+)?/networks/$NET" '\1/networks/bridge' '(?<!"Driver":)"bridge"' "\"$NET\""
touch /run/true.sock
mount --bind /run/docker.sock /run/true.sock
soon test -S /root/tamper/own.sock
mount --bind /root/tamper/own.sock /run/docker.sock
docker network inspect "$NET" | grep api
# undo
umount /run/docker.sock
umount /run/true.sock
rm /run/true.sock
end proxy
rm -f /root/tamper/own.sock
ip link set docker0 mtu 1500
