#!/bin/bash
set -euo pipefail
docker version >/dev/null
