#!/bin/bash
# The rule that Docker would have written.
set -euo pipefail
bridge=br-$(docker network inspect -f '{{slice .Id 0 12}}' "$NET")
iptables -t nat -I POSTROUTING -s "10.$FIRST.0.0/24" ! -o "$bridge" -j MASQUERADE
#@ host-2
set -euo pipefail
ip route add "10.$SECOND.0.0/24" via "$HOST_1_IP"
