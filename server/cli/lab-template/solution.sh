#!/bin/bash
# One way to pass every task. Learners can have each part shown.
#@ task network
set -euo pipefail
docker network create "$NET"

#@ task together
set -euo pipefail
docker network connect "$NET" web
docker network connect "$NET" redis

#@ task address
set -euo pipefail
answer address "$(docker inspect -f "{{(index .NetworkSettings.Networks \"$NET\").IPAddress}}" redis)"
