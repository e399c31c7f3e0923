#!/bin/bash
# The interface may carry 1500 to others; the way over the line is known to carry 1400.
set -euo pipefail
ip route change "$LINE_SUBNET" dev eth0 src "$HOST_1_IP" mtu 1400
