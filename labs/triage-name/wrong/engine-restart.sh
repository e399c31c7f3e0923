#!/bin/bash
#@ fails names shares-network
#@ fails service http
# "Restart Docker": names are as before, and what had no restart policy is down.
set -euo pipefail
systemctl restart docker
