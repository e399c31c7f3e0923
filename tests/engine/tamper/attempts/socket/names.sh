# pretends: a proxy says that metrics, which is on the network, is redis
# aims: same-network name alias service
docker network create --opt com.docker.network.driver.mtu=1400 "$NET"
docker network connect --alias redis --alias store "$NET" metrics
docker network disconnect bridge metrics
docker network connect "$NET" api
docker network disconnect bridge api
lie '"/redis"' '"/kept"' '"/metrics"' '"/redis"'
docker ps | grep redis
# undo
truth
docker network disconnect "$NET" metrics
docker network disconnect "$NET" api
docker network connect bridge metrics
docker network connect bridge api
docker network rm "$NET"
shop
