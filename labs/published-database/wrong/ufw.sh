#!/bin/bash
#@ fails closed not-reaches
#@ fails kept not-reaches
# Denied in ufw, and in INPUT. A published port passes neither.
set -euo pipefail
ufw default allow incoming
ufw deny "$DB/tcp"
ufw --force enable
iptables -I INPUT -i eth0 -p tcp --dport "$DB" -j DROP
