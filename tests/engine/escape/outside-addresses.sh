# Category: addresses outside (metadata, internet, DNS)
# Escape: reaches an address on the internet by IPv4 or IPv6, or sends one packet there.
# Sign: secret engine
ip route add 198.51.100.0/24 via "$OWN_GATEWAY" 2>/dev/null
ip -6 route add 2001:db8::/64 via "$(ip -6 neigh | awk '/^fe80/ {print $1; exit}')" dev eth0 2>/dev/null
ask 198.51.100.10 80
tell 198.51.100.10 "$PORT"
ask 2001:db8::10 80
ip route del 198.51.100.0/24 via "$OWN_GATEWAY" 2>/dev/null; ip -6 route del 2001:db8::/64 dev eth0 2>/dev/null
true
