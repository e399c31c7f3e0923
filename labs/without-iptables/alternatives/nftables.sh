#!/bin/bash
# A table of one's own, without iptables.
set -euo pipefail
one=br-$(docker network inspect -f '{{slice .Id 0 12}}' "$NET")
two=br-$(docker network inspect -f '{{slice .Id 0 12}}' "$OTHER")
address=$(docker inspect -f "{{(index .NetworkSettings.Networks \"$NET\").IPAddress}}" shop)
nft -f - <<RULES
table ip site {
  chain prerouting {
    type nat hook prerouting priority dstnat;
    iifname "eth0" tcp dport $SHOP dnat to $address:8080
  }
  chain postrouting {
    type nat hook postrouting priority srcnat;
    ip saddr 10.$FIRST.0.0/24 oifname != "$one" masquerade
  }
  chain forward {
    type filter hook forward priority filter;
    iifname "$one" oifname "$two" drop
    iifname "$two" oifname "$one" drop
  }
}
RULES
