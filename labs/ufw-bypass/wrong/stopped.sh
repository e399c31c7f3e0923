#!/bin/bash
#@ fails working container
# Closed: nobody is there any more.
set -euo pipefail
docker stop -t 0 db
