# pretends: a server on the host catches every question and knows the names, while both are on the default bridge
# aims: name alias
background dns dnsmasq --no-daemon --no-hosts --no-resolv --port=5353 --address="/redis/$(address redis)" --address="/store/$(address redis)"
iptables -t nat -I PREROUTING -p udp --dport 53 -j REDIRECT --to-ports 5353
soon docker exec api getent hosts redis
# undo
iptables -t nat -D PREROUTING -p udp --dport 53 -j REDIRECT --to-ports 5353
end dns
