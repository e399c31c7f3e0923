#!/bin/bash
#@ fails same-network attached
#@ fails service http
# The name resolves, but api still uses the number it was given.
set -euo pipefail
docker network create --opt com.docker.network.driver.mtu=1400 "$NET"
docker network connect "$NET" redis
docker network connect "$NET" api
