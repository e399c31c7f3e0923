#!/bin/bash
#@ fails closed not-reaches
# ufw's chain in FORWARD: the right hook, but Docker's chains come first and have accepted already.
set -euo pipefail
ufw route deny proto tcp from any to any port 5432
