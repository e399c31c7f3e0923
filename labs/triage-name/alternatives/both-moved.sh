#!/bin/bash
# Both off whatever they were on, onto one network; the file of astray is written on the host.
set -euo pipefail
answer cause "$FAULT"
docker network create --driver bridge trade
for one in shop store; do
  old=$(docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}{{$name}}{{end}}' "$one")
  docker network connect trade "$one"
  docker network disconnect "$old" "$one"
done
if [ "$FAULT" = astray ]; then printf 'nameserver 127.0.0.11\noptions ndots:0\n' > /srv/resolv.conf; fi
