#!/bin/bash
#@ fails close not-reaches
# Closed where the host's own services are: the packet never comes there.
set -euo pipefail
iptables -I INPUT -i eth0 -p tcp --dport "$EXTRA" -j DROP
iptables -I INPUT -i eth0 -p tcp --dport 6379 -j DROP
