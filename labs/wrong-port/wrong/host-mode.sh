#!/bin/bash
#@ fails api http
#@ fails api attached
# On the host 127.0.0.1 and the published port are right. Only now nobody finds api any more.
set -euo pipefail
docker rm -f api
docker run -d --name api --network host -e "REDIS_URL=redis://localhost:$HOST" api
