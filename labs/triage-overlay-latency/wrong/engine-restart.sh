#!/bin/bash
#@ fails fresh network
#@ fails kept network
# Restart the engine and start everything again. What is wrong is written in the network.
#@ host-2
set -euo pipefail
systemctl restart docker
docker start stock || true
