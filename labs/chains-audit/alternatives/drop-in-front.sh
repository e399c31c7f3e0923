#!/bin/bash
# The rules stay for the record; one in front of them closes the port. The answers come from elsewhere: the bridge by its
# address, the target and the container from a connection that the kernel remembers.
#@ host-2
set -euo pipefail
curl -s -o /dev/null "http://$HOST_1_IP:$SHOP/health"
nc -z -w 2 "$HOST_1_IP" "$EXTRA"
#@ host-1
set -euo pipefail
answer bridge "$(ip -br -4 addr | awk -v "own=10.$SUBNET.0.1/24" '$3 == own { print $1 }')"
behind() { conntrack -L -p tcp --orig-port-dst "$1" 2>/dev/null | sed -n 's/.*dport=.* src=\([0-9.]*\) dst=.* sport=\([0-9]*\) .*/\1:\2/p' | head -n 1; }
answer target "$(behind "$SHOP")"
address=$(behind "$EXTRA")
for name in $(docker ps --format '{{.Names}}'); do
  if [[ $(docker exec "$name" ip addr) == *" ${address%:*}/"* ]]; then answer behind "$name"; fi
done
answer count "$(iptables-save -t nat | grep -c -e '^-A .*-j DNAT')"
answer number "$(iptables -S DOCKER-USER | grep '^-A' | grep -n -e '-j ACCEPT' | cut -d: -f1)"
#@ task close
set -euo pipefail
iptables -I DOCKER-USER -i eth0 -p tcp -m conntrack --ctorigdstport "$EXTRA" --ctdir ORIGINAL -j DROP
