#!/bin/bash
#@ fails overlay vxlan
# The hosts know the line, the overlay does not: TCP recovers, at the price of a lost packet, and what may be fragmented is.
set -euo pipefail
ip link set eth0 mtu 1400
#@ host-2
set -euo pipefail
ip link set eth0 mtu 1400
