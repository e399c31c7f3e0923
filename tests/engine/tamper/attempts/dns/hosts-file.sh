# pretends: fixed lines name redis
# aims: name alias
there=$(address redis)
docker rm -f api
docker run -d --name api --add-host "redis:$there" --add-host "store:$there" -e REDIS_URL=redis://redis:6379 -p "$PORT:8080" api
docker exec api getent hosts store
# undo
shop
