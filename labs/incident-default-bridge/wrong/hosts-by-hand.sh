#!/bin/bash
#@ fails clients resolves
#@ fails clients hosts-file
#@ fails config env
# A line in /etc/hosts, written by hand into the containers as they are. Into orders docker exec does not lead any more.
set -euo pipefail
now=$(docker inspect -f '{{.NetworkSettings.Networks.bridge.IPAddress}}' redis)
for one in cart orders stock; do
  nsenter -m -t "$(docker inspect -f '{{.State.Pid}}' "$one")" \
    sh -c "kept=\$(grep -v redis /etc/hosts); echo \"\$kept\" > /etc/hosts; echo '$now redis' >> /etc/hosts"
done
