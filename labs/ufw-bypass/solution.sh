#!/bin/bash
#@ task closed
set -euo pipefail
iptables -I DOCKER-USER -i eth0 -p tcp -m conntrack --ctorigdstport "$DB" --ctdir ORIGINAL -j DROP
