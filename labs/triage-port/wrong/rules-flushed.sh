#!/bin/bash
#@ fails docs http
#@ fails till http
#@ fails till dnat
# "It is the firewall." It was not, and now no port has a DNAT rule.
set -euo pipefail
iptables -F
iptables -t nat -F
