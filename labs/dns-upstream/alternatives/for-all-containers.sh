#!/bin/bash
# For every container of the host, in the engine's own settings.
set -euo pipefail
mkdir -p /etc/docker
settings=$(cat /etc/docker/daemon.json 2>/dev/null || echo '{}')
jq --arg dns "$HOST_2_IP" --arg zone "$ZONE" '. + {dns: [$dns], "dns-search": [$zone]}' <<<"$settings" > /etc/docker/daemon.json
systemctl restart docker
docker start web box
