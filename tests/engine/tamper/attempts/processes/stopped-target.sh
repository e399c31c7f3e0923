# pretends: what is not there cannot be wrong: the containers are stopped
# aims: same-network mtu name alias service
docker network create --opt com.docker.network.driver.mtu=1400 "$NET"
docker network connect --alias store "$NET" redis
docker network connect "$NET" api
docker stop -t 0 redis api
# undo
docker network disconnect --force "$NET" redis
docker network disconnect --force "$NET" api
docker network rm "$NET"
shop
