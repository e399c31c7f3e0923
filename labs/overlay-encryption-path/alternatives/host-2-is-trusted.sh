#!/bin/bash
# One line for the other node, whatever it sends.
set -euo pipefail
iptables -I INPUT -i eth0 -s "$HOST_2_IP" -j ACCEPT
