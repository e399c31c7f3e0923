#!/bin/bash
#@ fails arrives http
#@ fails arrives path-mtu
#@ fails sealed script
# All UDP and the ports of IPsec's key exchange, which Docker does not use: ESP is none of it.
set -euo pipefail
iptables -I SWARM -s "$HOST_2_IP" -p udp -j RETURN
iptables -I SWARM -s "$HOST_2_IP" -p udp -m multiport --dports 500,4500 -j RETURN
