# pretends: a proxy says that the containers are on the network, which is really there
# aims: same-network name alias
docker network create --opt com.docker.network.driver.mtu=1400 "$NET"
id=$(docker network inspect -f '{{.Id}}' "$NET")
default=$(docker network inspect -f '{{.Id}}' bridge)
lie '"Networks":\{"bridge":' "\"Networks\":{\"$NET\":" "\"NetworkID\":\"$default\"" "\"NetworkID\":\"$id\"" '"Aliases":null' '"Aliases":["store"]'
docker inspect redis | grep "$NET"
# undo
truth
docker network rm "$NET"
