#!/bin/bash
#@ fails twice script
#@ fails plan command
# "Docker gave it out twice; restart it to reset its addresses." It did not, and gives them out again in the same order.
set -euo pipefail
systemctl restart docker
docker start meter scale
