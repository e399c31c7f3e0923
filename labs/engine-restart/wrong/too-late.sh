#!/bin/bash
#@ fails till script
#@ fails desk script
#@ fails back http
# live-restore is written down and never read before the stop. On host-2 both come back, and api asks at the old address.
#@ host-1
set -euo pipefail
docker update --restart unless-stopped till desk
mkdir -p /etc/docker
echo '{ "live-restore": true }' > /etc/docker/daemon.json
systemctl restart docker
docker exec till redis-cli set sold "$SOLD"
#@ host-2
set -euo pipefail
docker update --restart unless-stopped store api
systemctl restart docker
