#!/bin/bash
#@ fails underlay mtu
#@ fails overlay vxlan
# The interfaces of today's containers made smaller: gone with the next container, and the hosts still do not know.
set -euo pipefail
dev=$(nsenter -t "$(docker inspect -f '{{.State.Pid}}' front)" -n ip -br -4 addr | awk -v net="^10[.]$THIRD[.]" '$3 ~ net { sub("@.*", "", $1); print $1 }')
nsenter -t "$(docker inspect -f '{{.State.Pid}}' front)" -n ip link set "$dev" mtu 1350
#@ host-2
set -euo pipefail
pid=$(docker inspect -f '{{.State.Pid}}' catalogue)
dev=$(nsenter -t "$pid" -n ip -br -4 addr | awk -v net="^10[.]$THIRD[.]" '$3 ~ net { sub("@.*", "", $1); print $1 }')
nsenter -t "$pid" -n ip link set "$dev" mtu 1350
