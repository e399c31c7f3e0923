#!/bin/bash
set -euo pipefail

# The LAN carries 1400 bytes. Somebody told the engine so; only the default bridge obeys.
mkdir -p /etc/docker
echo '{ "mtu": 1400 }' > /etc/docker/daemon.json
systemctl restart docker

address() { docker inspect -f '{{.NetworkSettings.Networks.bridge.IPAddress}}' "$1"; }
soon() { for _ in $(seq 100); do "$@" >/dev/null 2>&1 && return; sleep 0.1; done; echo "still not: $*" >&2; exit 1; }

# api learns the address of redis, as a number.
docker run -d --name redis redis
old=$(address redis)
docker run -d --name api -e "REDIS_URL=redis://$old:6379" -p "$PORT:8080" api

# redis is replaced. Its old address goes to whoever comes first: metrics, which does not listen on 6379.
docker rm -f redis
docker run -d --name metrics web
docker run -d --name redis redis
if [ "$(address metrics)" != "$old" ]; then
  echo "metrics has $(address metrics), not $old: api would not see a refusal" >&2
  exit 1
fi

soon docker exec redis redis-cli ping
soon curl -s "http://127.0.0.1:$PORT/health"
