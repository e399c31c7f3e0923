#!/bin/bash
#@ fails rules dnat
#@ fails queue reaches
# Everything behind gate, the queue, too, which is no page.
set -euo pipefail
docker network create pages
docker network connect pages gate
docker rm -f "$ONE" "$TWO" "$THREE" queue
for page in "$ONE" "$TWO" "$THREE"; do docker run -d --name "$page" --hostname "$page" --network pages web; done
docker run -d --name queue --network pages redis
