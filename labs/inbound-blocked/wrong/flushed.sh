#!/bin/bash
#@ fails desk not-reaches
# All rules away: the one that guarded desk as well.
set -euo pipefail
iptables -P FORWARD ACCEPT
iptables -F FORWARD
iptables -F DOCKER-USER
