#!/bin/bash
#@ fails admin not-reaches
# The right chain in the wrong family.
set -euo pipefail
iptables -I INPUT -i eth0 -p tcp --dport "$ADMIN" -j DROP
