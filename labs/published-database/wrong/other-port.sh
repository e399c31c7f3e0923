#!/bin/bash
#@ fails closed not-reaches
#@ fails closed http
#@ fails kept not-reaches
# The rule is for the container's port at the wrong place: nothing from the LAN asks for 6379 at INPUT.
set -euo pipefail
iptables -I INPUT -i eth0 -p tcp --dport 6379 -j DROP
docker restart -t 0 db
docker network disconnect shop-net shop
docker network create other
docker network connect other shop
