#!/bin/bash
#@ fails pages http
# Nothing to publish on the host's own network. But it has one port 80.
set -euo pipefail
docker rm -f "$ONE" "$TWO" "$THREE"
for page in "$ONE" "$TWO" "$THREE"; do docker run -d --name "$page" --network host web; done
