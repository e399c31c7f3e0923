#!/bin/bash
#@ fails redis network
#@ fails clients attached
#@ fails config env
#@ fails shop http
# Whatever was wrong is part of the containers, and orders cannot even start any more.
docker restart -t 0 cart stock
docker restart -t 0 orders || true
