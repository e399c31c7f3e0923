#!/bin/bash
#@ fails closed http
# Closed to the world, and so is the shop.
set -euo pipefail
iptables -I DOCKER-USER -i eth0 -j DROP
