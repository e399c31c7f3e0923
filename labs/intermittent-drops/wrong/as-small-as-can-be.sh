#!/bin/bash
#@ fails told path-mtu
# To be on the safe side.
set -euo pipefail
ip link set eth0 mtu 1280
