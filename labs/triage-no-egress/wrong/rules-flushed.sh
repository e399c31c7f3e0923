#!/bin/bash
#@ fails out reaches
# "The firewall blocks it." Nothing was blocked, and now nothing is masqueraded.
set -euo pipefail
iptables -F
iptables -t nat -F
iptables -P FORWARD ACCEPT
