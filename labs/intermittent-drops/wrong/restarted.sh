#!/bin/bash
#@ fails monthly script
#@ fails told script
#@ fails kept script
# Restarted; the daily report comes again at once.
set -euo pipefail
docker restart -t 0 reports reader
