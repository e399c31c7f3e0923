#!/bin/bash
#@ fails desk reaches
#@ fails lasts reaches
# The address at which shop finds it. There is a second one.
set -euo pipefail
ADDRESS=$(docker inspect -f "{{(index .NetworkSettings.Networks \"$NET\").IPAddress}}" pricing)
sed -i "s/^LISTEN=127.0.0.1:/LISTEN=$ADDRESS:/" /srv/pricing/pricing.conf
docker restart -t 0 pricing
