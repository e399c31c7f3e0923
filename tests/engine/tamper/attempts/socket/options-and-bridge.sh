# pretends: a proxy invents a network with the wanted options; a bridge made by hand stands behind it in the kernel
# aims: network mtu
ip link add br-0123456789ab mtu 1400 type bridge
ip link set br-0123456789ab up
lie '^\[(?=\{"Name")' "[{\"Name\":\"$NET\",\"Id\":\"0123456789ab$(printf 'c%.0s' {1..52})\",\"Scope\":\"local\",\"Driver\":\"bridge\",\"Internal\":false,\"IPAM\":{\"Config\":[]},\"Options\":{\"com.docker.network.driver.mtu\":\"1400\"}},"
docker network ls | grep "$NET"
# undo
truth
ip link del br-0123456789ab
