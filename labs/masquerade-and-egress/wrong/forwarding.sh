#!/bin/bash
#@ fails egress masquerade
#@ fails egress reaches
#@ fails routed reaches
# The usual suspects: forwarding is on already, and no rule was in the way.
set -euo pipefail
sysctl -w net.ipv4.ip_forward=1
iptables -P FORWARD ACCEPT
