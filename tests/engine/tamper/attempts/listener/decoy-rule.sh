# pretends: api is not published; a rule that no packet meets leads to it, a program on the host answers
# aims: service
docker rm -f api
docker run -d --name api -e REDIS_URL=redis://redis:6379 api
iptables -t nat -A DOCKER -p tcp -s 203.0.113.7 --dport "$PORT" -j DNAT --to-destination "$(address api):8080"
background fake python3 /root/tamper/fake-api.py "$PORT"
soon curl -sf "http://127.0.0.1:$PORT/health"
# undo
end fake
iptables -t nat -D DOCKER -p tcp -s 203.0.113.7 --dport "$PORT" -j DNAT --to-destination "$(address api):8080"
shop
