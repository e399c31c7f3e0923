#!/bin/bash
set -euo pipefail
docker run -d --name web web
docker run -d --name redis redis
