#!/bin/bash
#@ fails client gateway-of
#@ fails admin not-reaches
# The answer is the client's own address, and the rule names the container's port, which nobody on the host listens on.
set -euo pipefail
answer client "fd00:$SITE::2"
ip6tables -I INPUT -i eth0 -p tcp --dport 80 -j DROP
