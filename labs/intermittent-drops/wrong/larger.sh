#!/bin/bash
#@ fails monthly script
#@ fails told script
#@ fails kept script
# "Large packets do not fit, so make room": on an interface, not on the line.
set -euo pipefail
ip link set eth0 mtu 9000
