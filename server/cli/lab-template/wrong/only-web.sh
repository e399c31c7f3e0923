#!/bin/bash
#@ fails together attached
#@ fails together resolves
# redis stays behind on the default bridge.
set -euo pipefail
docker network create "$NET"
docker network connect "$NET" web
