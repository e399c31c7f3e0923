#!/bin/bash
#@ fails shop http
#@ fails board http
#@ fails stock script
#@ fails in-time script
# Every container once more, on all three hosts.
#@ host-1
docker restart -t 1 shop
#@ host-2
docker restart -t 1 stock
#@ host-3
docker restart -t 1 board
