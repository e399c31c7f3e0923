#!/bin/bash
#@ fails lasts survives-restart
# A second server, started by hand in the running container: gone with the next restart.
set -euo pipefail
for net in "$NET" office; do
  docker exec pricing busybox httpd -h /prices -p "$(docker inspect -f "{{(index .NetworkSettings.Networks \"$net\").IPAddress}}" pricing):$PORT"
done
