#!/bin/bash
#@ host-2
set -euo pipefail
# A printer whose address nobody can change any more, in the middle of the part that was given to you.
ip addr add "${LAN_SUBNET%.*}.$((FIRST + 1))/32" dev eth0 label eth0:printer
