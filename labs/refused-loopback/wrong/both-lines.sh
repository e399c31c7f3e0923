#!/bin/bash
#@ fails lasts listens
#@ fails lasts not-reaches
# Every 127.0.0.1 of the file: now whoever reaches pricing may set prices.
set -euo pipefail
sed -i 's/127.0.0.1/0.0.0.0/' /srv/pricing/pricing.conf
docker restart -t 0 pricing
