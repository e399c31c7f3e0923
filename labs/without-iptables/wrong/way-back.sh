#!/bin/bash
#@ fails egress script
#@ fails client http
# Routes on the other side: host-2 answers shop, and every other machine would need the same.
#@ host-2
set -euo pipefail
ip route add "10.$FIRST.0.0/24" via "$HOST_1_IP"
