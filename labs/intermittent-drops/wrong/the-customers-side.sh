#!/bin/bash
#@ fails told script
#@ fails kept mtu
# Repaired where it hurts, for the one who complained.
#@ host-2
set -euo pipefail
ip link set eth0 mtu 1400
