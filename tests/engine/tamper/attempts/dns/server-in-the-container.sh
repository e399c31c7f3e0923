# pretends: a server inside api's own network answers at 127.0.0.11; the networks are right, the alias is missing
# aims: alias
docker network create --opt com.docker.network.driver.mtu=1400 "$NET"
docker network connect "$NET" redis
docker network connect "$NET" api
there=$(docker inspect -f "{{(index .NetworkSettings.Networks \"$NET\").IPAddress}}" redis)
background dns nsenter -t "$(pid_of api)" -n dnsmasq --no-daemon --no-hosts --no-resolv --port=5353 --address="/store/$there" --address="/redis/$there"
nsenter -t "$(pid_of api)" -n iptables -t nat -I OUTPUT -p udp -d 127.0.0.11 --dport 53 -j REDIRECT --to-ports 5353
soon docker exec api getent hosts store
# undo
end dns
docker rm -f api redis
docker network rm "$NET"
shop
