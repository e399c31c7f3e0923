#!/bin/bash
# Nothing is made anew: one rule, for the port that was asked for, on what comes in from the LAN.
set -euo pipefail
iptables -I DOCKER-USER -i eth0 -p tcp -m conntrack --ctorigdstport "$DB" --ctdir ORIGINAL -j DROP
