#!/bin/bash
set -euo pipefail
docker run -d --name charts -p "$CHARTS:80" web
