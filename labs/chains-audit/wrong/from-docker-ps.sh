#!/bin/bash
#@ fails bridge bridge-of
#@ fails target dnat-target
#@ fails count rules-in
#@ fails behind container-behind
#@ fails number rule-number
# Answers from docker ps and docker network ls, without a look at the kernel.
set -euo pipefail
answer bridge "$NET"
answer target "$HOST_1_IP:$SHOP"
answer count "$(docker ps -q | xargs -n 1 docker port | grep -c -e '-> 0.0.0.0:')"
answer behind "$(docker ps --filter "publish=$PAGES" --format '{{.Names}}')"
answer number 1
