#!/bin/bash
#@ fails one not-published
# The proxy beside the ten ports, and one more rule that closes them.
set -euo pipefail
for name in orders prices stock users mails; do echo "/$name/ $name:80"; done > /srv/proxy/routes
docker run -d --name proxy --network "$NET" -p "$PORT:80" -v /srv/proxy:/etc/proxy:ro proxy
iptables -I DOCKER-USER -i eth0 -p tcp -m conntrack ! --ctorigdstport "$PORT" --ctdir ORIGINAL -j DROP
