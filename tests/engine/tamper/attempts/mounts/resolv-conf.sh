# pretends: another resolv.conf is mounted over api's, and leads to a server that knows the names
# aims: name alias
background dns dnsmasq --no-daemon --no-hosts --no-resolv --bind-interfaces --listen-address=172.17.0.1 --port=53 --address="/redis/$(address redis)" --address="/store/$(address redis)"
echo nameserver 172.17.0.1 > /root/tamper/resolv
docker rm -f api
docker run -d --name api -v /root/tamper/resolv:/etc/resolv.conf -e REDIS_URL=redis://redis:6379 -p "$PORT:8080" api
soon docker exec api getent hosts redis
# undo
end dns
shop
