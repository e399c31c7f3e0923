#!/bin/bash
set -euo pipefail
docker swarm init --advertise-addr "$HOST_1_IP"
docker network create -d overlay --attachable "$NET"
docker run -d --name asker --network "$NET" tools
