#!/bin/bash
#@ fails shop published
# The port answers over both, but it is not shop that answers.
set -euo pipefail
docker rm -f shop
docker run -d --name shop-both --network "$NET" -p "$SHOP:80" web
ip6tables -I INPUT -i eth0 -p tcp --dport "$ADMIN" -j DROP
