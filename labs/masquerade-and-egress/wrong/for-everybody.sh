#!/bin/bash
#@ fails routed masquerade
# One rule for all that leaves by eth0: both reach host-2, and clerk is nobody any more.
set -euo pipefail
iptables -t nat -A POSTROUTING -o eth0 -j MASQUERADE
