#!/bin/bash
#@ fails in http
#@ fails out http
#@ fails desk http
# Opened in the chain that a published port never passes.
set -euo pipefail
iptables -I INPUT -p tcp --dport "$PORT" -j ACCEPT
iptables -I INPUT -p tcp --dport 3000 -j ACCEPT
iptables -P INPUT ACCEPT
iptables -P FORWARD ACCEPT
