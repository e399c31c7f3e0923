#!/bin/bash
#@ fails out upstream
#@ fails out reaches
#@ fails kept script
# "Restart Docker." It even sets ip_forward, and everything that had no restart policy is down.
set -euo pipefail
systemctl restart docker
