#!/bin/bash
#@ fails closed not-reaches
# The same rule once more, in front of all others, and the container's port with it.
set -euo pipefail
ufw insert 1 deny "$DB/tcp"
ufw deny 5432/tcp
ufw reload
