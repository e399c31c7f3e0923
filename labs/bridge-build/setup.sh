#!/bin/bash
set -euo pipefail
docker run -d --name box tools
