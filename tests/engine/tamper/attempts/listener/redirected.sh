# pretends: api is published as it should be, but a rule before sends its port to a program on the host
# aims: service
background fake python3 /root/tamper/fake-api.py 9999
iptables -t nat -I PREROUTING -p tcp --dport "$PORT" -j REDIRECT --to-ports 9999
soon curl -sf http://127.0.0.1:9999/health
# undo
iptables -t nat -D PREROUTING -p tcp --dport "$PORT" -j REDIRECT --to-ports 9999
end fake
