#!/bin/bash
# The state that the learner finds. Every task must fail in it.
set -euo pipefail
docker run -d --name redis redis
docker run -d --name web web
