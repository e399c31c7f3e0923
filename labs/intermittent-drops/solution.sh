#!/bin/bash
#@ task monthly
set -euo pipefail
ip link set eth0 mtu 1400
