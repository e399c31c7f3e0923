#!/bin/bash
#@ fails open http
# All that comes from the LAN to any container.
set -euo pipefail
iptables -I DOCKER-USER -i eth0 -j DROP
