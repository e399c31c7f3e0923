#!/bin/bash
#@ fails apart not-reaches
# New connections from guest only; db still opens its own to guest.
set -euo pipefail
iptables -A FORWARD -s "10.$SECOND.0.0/24" -d "10.$FIRST.0.0/24" -m conntrack --ctstate NEW -j DROP
