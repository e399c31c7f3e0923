#!/bin/bash
#@ fails arrives not-reaches
# It works, and the managers' port is open to the LAN.
set -euo pipefail
iptables -F SWARM
