#!/bin/bash
# Nothing is made anew: each cause mended where it is.
set -euo pipefail
answer cause "$FAULT"
case $FAULT in
  unnamed)
    docker network create "$FRONT"
    docker network connect "$FRONT" shop
    docker network connect "$FRONT" store ;;
  apart) docker network connect "$FRONT" store ;;
  astray) docker exec shop sh -c 'echo nameserver 127.0.0.11 > /etc/resolv.conf' ;;
esac
