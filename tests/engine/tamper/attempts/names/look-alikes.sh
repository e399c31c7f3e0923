# pretends: containers and a network whose names look like the wanted ones are in order
# aims: network same-network mtu name alias service
docker network create --opt com.docker.network.driver.mtu=1400 "$NET."
docker run -d --name redis. --network "$NET." --network-alias redis --network-alias store redis
docker run -d --name api. --network "$NET." -e REDIS_URL=redis://redis:6379 api
docker exec api. getent hosts store
# undo
docker rm -f api. redis.
docker network rm "$NET."
