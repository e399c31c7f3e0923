#!/bin/bash
# Without the accept: rewritten still, but forwarded no more. The rule is deleted by its number.
set -euo pipefail
answer bridge "$(docker network ls --filter "name=^$NET\$" --format 'br-{{.ID}}')"
answer target "to:$(docker inspect -f "{{(index .NetworkSettings.Networks \"$NET\").IPAddress}}" shop):8080"
answer count "$((1 + $(docker ps -q | xargs -n 1 docker port | grep -c -e '-> 0.0.0.0:')))"
address=$(iptables -t nat -nL PREROUTING | sed -n "s/.*dpt:$EXTRA to:\(.*\):6379/\1/p")
answer behind "$(docker inspect -f '{{slice .Id 0 12}} {{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' stock carts | awk -v "address=$address" '$2 == address { print $1 }')"
answer number "$((BEFORE + 1))"
#@ task close
set -euo pipefail
iptables -D DOCKER-USER "$((BEFORE + 1))"
