#!/bin/bash
#@ task arrives
set -euo pipefail
iptables -I SWARM -s "$HOST_2_IP" -p esp -j RETURN

#@ task sealed
# Nothing to do: the network was encrypted all the time.
true
