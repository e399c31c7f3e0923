#!/bin/bash
#@ fails desk not-reaches
#@ fails back script
# live-restore on both: nothing stops, also where it has to, and the rule in Docker's own chain is gone all the same.
#@ host-1
set -euo pipefail
mkdir -p /etc/docker
echo '{ "live-restore": true }' > /etc/docker/daemon.json
systemctl reload docker
for _ in $(seq 50); do docker info -f '{{.LiveRestoreEnabled}}' | grep -q true && break; sleep 0.1; done
systemctl restart docker
#@ host-2
set -euo pipefail
docker update --restart unless-stopped store api
mkdir -p /etc/docker
mkdir -p /etc/docker
echo '{ "live-restore": true }' > /etc/docker/daemon.json
systemctl reload docker
for _ in $(seq 50); do docker info -f '{{.LiveRestoreEnabled}}' | grep -q true && break; sleep 0.1; done
systemctl restart docker
