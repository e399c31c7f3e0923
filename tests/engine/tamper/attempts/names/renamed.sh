# pretends: metrics is renamed to redis, and everything else is in order
# aims: service
docker rename redis kept
docker rename metrics redis
docker network create --opt com.docker.network.driver.mtu=1400 "$NET"
docker network connect --alias store "$NET" redis
docker network connect "$NET" api
docker exec api getent hosts store
# undo
docker network disconnect "$NET" redis
docker network disconnect "$NET" api
docker rename redis metrics
docker rename kept redis
docker network rm "$NET"
shop
