# pretends: a program on the host listens where api should
# aims: service
docker stop -t 0 api
background fake python3 /root/tamper/fake-api.py "$PORT"
soon curl -sf "http://127.0.0.1:$PORT/health"
# undo
end fake
docker start api
