#!/bin/bash
#@ fails told script
# TCP of forwarded connections is told a smaller segment. Everything else is still lost in silence.
set -euo pipefail
iptables -t mangle -A FORWARD -p tcp --tcp-flags SYN,RST SYN -j TCPMSS --set-mss 1360
