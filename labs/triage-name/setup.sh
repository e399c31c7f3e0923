#!/bin/bash
# One symptom, three causes: both on the default bridge; each on a network of its own; together, with a resolv.conf from elsewhere.
set -euo pipefail
soon() { for _ in $(seq 100); do "$@" >/dev/null 2>&1 && return; sleep 0.1; done; echo "still not: $*" >&2; exit 1; }
shop() { docker run -d --name shop -e REDIS_URL=redis://store:6379 -p "$PORT:8080" "$@" api; }
case $FAULT in
  unnamed)
    docker run -d --name store redis & shop & wait -n && wait -n ;;
  apart)
    docker network create "$FRONT" & docker network create "$BACK" & wait -n && wait -n
    docker run -d --name store --network "$BACK" redis & shop --network "$FRONT" & wait -n && wait -n ;;
  astray)
    docker network create "$FRONT"
    echo "nameserver $LAN_GATEWAY" > /srv/resolv.conf
    docker run -d --name store --network "$FRONT" redis & shop --network "$FRONT" -v /srv/resolv.conf:/etc/resolv.conf & wait -n && wait -n ;;
esac
soon docker exec store redis-cli set sold "$SOLD"
soon curl -s "http://127.0.0.1:$PORT/health"
