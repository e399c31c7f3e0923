#!/bin/bash
#@ fails admin not-reaches
# The same rule for ip6tables, where the packets of IPv6 never come: they are for docker-proxy.
set -euo pipefail
ip6tables -I FORWARD -i eth0 -p tcp -m conntrack --ctorigdstport "$ADMIN" --ctdir ORIGINAL -j DROP
