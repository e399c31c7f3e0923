#!/bin/bash
#@ fails rules dnat
#@ fails queue script
# The engine told to write no rules at all. It had to be restarted for that.
set -euo pipefail
mkdir -p /etc/docker
echo '{ "iptables": false, "ip6tables": false }' > /etc/docker/daemon.json
systemctl restart docker
iptables -F
iptables -t nat -F
docker start queue gate
