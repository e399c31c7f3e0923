#!/bin/bash
#@ fails closed not-reaches
#@ fails kept not-reaches
# The right chain and the published port: there the port is the container's already, so no packet ever meets this rule.
set -euo pipefail
iptables -I DOCKER-USER -i eth0 -p tcp --dport "$DB" -j DROP
