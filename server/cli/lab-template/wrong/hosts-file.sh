#!/bin/bash
#@ fails together attached
# The name is written down where it is needed: it works until redis gets another address.
set -euo pipefail
docker network create "$NET"
address=$(docker inspect -f '{{.NetworkSettings.IPAddress}}' redis)
docker exec web sh -c "echo $address redis >> /etc/hosts"
