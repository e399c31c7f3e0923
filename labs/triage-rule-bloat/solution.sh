#!/bin/bash
#@ task rules
set -euo pipefail
docker network create pages
docker network connect pages gate
docker rm -f "$ONE" "$TWO" "$THREE"
for page in "$ONE" "$TWO" "$THREE"; do docker run -d --name "$page" --hostname "$page" --network pages web; done

#@ task pages
# Nothing to do: gate finds them by name.
true

#@ task queue
# Nothing to do: it was not touched.
true
