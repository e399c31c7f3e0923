#!/bin/bash
#@ fails close not-reaches
# A rule with the port that the client asked for, in a chain that sees the container's.
set -euo pipefail
iptables -I DOCKER-USER -i eth0 -p tcp --dport "$EXTRA" -j DROP
