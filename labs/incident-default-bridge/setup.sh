#!/bin/bash
set -euo pipefail
address() { docker inspect -f '{{.NetworkSettings.Networks.bridge.IPAddress}}' "$1"; }

# cart gets an address, orders a link. Both are right for as long as this redis lives.
docker run -d --name redis redis
old=$(address redis)
docker run -d --name cart -p "$CART:8080" -e "REDIS_URL=redis://$old:6379" api
docker run -d --name orders --link redis -p "$ORDERS:8080" -e REDIS_URL=redis://redis:6379 api

# redis is replaced while the evening's metrics start: they take its address. stock is deployed afterwards.
docker rm -f redis
docker run -d --name metrics -p "$METRICS:80" web
docker run -d --name redis redis
docker run -d --name stock -p "$STOCK:8080" -e "REDIS_URL=redis://$(address redis):6379" api
if [ "$(address metrics)" != "$old" ]; then
  echo "metrics has $(address metrics), not $old: nobody would see a refusal" >&2
  exit 1
fi
for _ in $(seq 50); do docker exec redis redis-cli set sold "$SOLD" && break; sleep 0.1; done
for port in "$CART" "$ORDERS" "$STOCK"; do
  for _ in $(seq 50); do curl -s "http://127.0.0.1:$port/health" && break; sleep 0.1; done
done
