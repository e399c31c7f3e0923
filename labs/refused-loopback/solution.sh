#!/bin/bash
#@ task shop
set -euo pipefail
sed -i 's/^LISTEN=127.0.0.1:/LISTEN=0.0.0.0:/' /srv/pricing/pricing.conf
docker restart -t 0 pricing
