#!/bin/bash
#@ fails rules dnat
# Few rules, and the ports are carried by docker-proxy, until the next container starts.
set -euo pipefail
iptables -F
iptables -t nat -F
docker network create pages
for one in gate "$ONE" "$TWO" "$THREE"; do docker network connect pages "$one"; done
iptables -F
iptables -t nat -F
