#!/bin/bash
#@ fails egress masquerade
# Routes on host-2 for both networks: everything answers, and box still shows its own address.
#@ host-2
set -euo pipefail
ip route add "10.$FIRST.0.0/24" via "$HOST_1_IP"
ip route add "10.$SECOND.0.0/24" via "$HOST_1_IP"
