# Category: the outer engine's socket
# Escape: reaches a port of the lab engine or of the server beside it, over the LAN.
# Sign: secret
for address in "$OWN_GATEWAY" "$NEIGHBOUR_GATEWAY"; do for port in 80 2375 "$PORT"; do ask "$address" "$port" & done; done
for address in $(ip -6 neigh | awk '/^fe80/ {print $1 "%" $3}'); do ask "$address" "$PORT" & done
wait
