# pretends: a process with interfaces of the wanted MTU is put among those of the container
# aims: mtu
docker network create "$NET"
docker network connect "$NET" redis
ip link set "br-$(docker network inspect -f '{{slice .Id 0 12}}' "$NET")" mtu 1400
there=$(docker inspect -f "{{(index .NetworkSettings.Networks \"$NET\").IPAddress}}" redis)
ip netns add made-up
ip link add made-up mtu 1400 type veth peer name eth1 mtu 1400 netns made-up
ip link set made-up mtu 1400 master "br-$(docker network inspect -f '{{slice .Id 0 12}}' "$NET")" up
nsenter --net=/run/netns/made-up ip addr add "$there/16" dev eth1
nsenter --net=/run/netns/made-up ip link set eth1 up
background fake nsenter --net=/run/netns/made-up sleep 300
id=$(docker inspect -f '{{.Id}}' redis)
for folder in $(find /sys/fs/cgroup -type d -name "$id"); do
  for pid in $(cat "$folder/cgroup.procs"); do echo "$pid" > "$folder/../cgroup.procs"; done 2>/dev/null || true
  echo "$(cat /root/tamper/fake.pid)" > "$folder/cgroup.procs" || true
done
# undo
end fake
ip link del made-up
ip netns del made-up
docker rm -f api redis
docker network rm "$NET"
shop
