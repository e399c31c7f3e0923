#!/bin/bash
#@ task bridge
set -euo pipefail
answer bridge "br-$(docker network inspect -f '{{slice .Id 0 12}}' "$NET")"

#@ task target
set -euo pipefail
answer target "$(iptables -t nat -S DOCKER | sed -n "s/.*--dport $SHOP .*--to-destination //p")"

#@ task count
set -euo pipefail
answer count "$(iptables -t nat -S | grep -c -e '-j DNAT')"

#@ task behind
set -euo pipefail
address=$(iptables -t nat -S PREROUTING | sed -n "s/.*--dport $EXTRA .*--to-destination \(.*\):.*/\1/p")
answer behind "$(docker network inspect -f '{{range .Containers}}{{.Name}} {{.IPv4Address}}{{"\n"}}{{end}}' "$NET" | awk -v "address=$address/24" '$2 == address { print $1 }')"

#@ task number
set -euo pipefail
answer number "$(iptables -nL DOCKER-USER --line-numbers | awk '/ACCEPT/ && /dpt:6379/ { print $1 }')"

#@ task close
set -euo pipefail
address=$(iptables -t nat -S PREROUTING | sed -n "s/.*--dport $EXTRA .*--to-destination \(.*\):.*/\1/p")
iptables -t nat -D PREROUTING -i eth0 -p tcp --dport "$EXTRA" -j DNAT --to-destination "$address:6379"
iptables -D DOCKER-USER -d "$address" -i eth0 -p tcp --dport 6379 -j ACCEPT
