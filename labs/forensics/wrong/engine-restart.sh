#!/bin/bash
#@ fails repaired http
#@ fails kept http
# "Restart Docker." Nothing here had a reason to come back.
set -euo pipefail
answer cause "$CAUSE"
systemctl restart docker
