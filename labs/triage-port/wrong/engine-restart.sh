#!/bin/bash
#@ fails shop http
#@ fails docs http
#@ fails till http
# Restart it and start everything again: the same faults, and shop's port is as taken as before.
set -euo pipefail
systemctl restart docker
docker start docs till
docker start shop || true
