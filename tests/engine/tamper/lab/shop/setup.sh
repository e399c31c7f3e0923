#!/bin/bash
set -euo pipefail
docker run -d --name metrics web
docker run -d --name redis redis
docker run -d --name api -e REDIS_URL=redis://redis:6379 -p "$PORT:8080" api
