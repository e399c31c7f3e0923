#!/bin/bash
#@ fails own resolves
#@ fails shared attached
#@ fails shared resolves
# Published and asked for at the host's address: api answers, and the store is open to the whole LAN.
set -euo pipefail
cd "$SHOP"
sed -i "s#redis://store:6379#redis://$HOST_1_IP:6379#; s#networks: \[back\]#ports: [\"6379:6379\"]\n    networks: [back]#" docker-compose.yml
docker-compose up -d
