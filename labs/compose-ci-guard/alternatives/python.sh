#!/bin/bash
# A guard in Python, on what Compose prints; the shop gets a network with a name.
set -euo pipefail
cat > guard <<'GUARD'
#!/usr/bin/env python3
import json, re, subprocess, sys

def view(path):
    compose = ["docker-compose", "-f", path, "config"]
    asked = subprocess.run(compose + ["--format", "json"], capture_output=True)
    if asked.returncode == 0:
        return json.loads(asked.stdout)
    import yaml
    return yaml.safe_load(subprocess.run(compose, capture_output=True, check=True).stdout)

services = view(sys.argv[1])["services"].values()
networks = [set() if s.get("network_mode") else set(s.get("networks") or ["default"]) for s in services]
urls = [str((s.get("environment") or {}).get("REDIS_URL", "")) for s in services]
bad = [
    not set.intersection(*networks),
    any(s.get("links") for s in services),
    any(re.search(r"\d+(\.\d+){3}", url) for url in urls),
]
sys.exit(any(bad))
GUARD
chmod +x guard
cd shop
cat > docker-compose.yml <<FILE
version: "3.7"
services:
  redis: { image: redis, container_name: redis, networks: ["$NET"] }
  api:
    image: api
    container_name: api
    environment: { REDIS_URL: "redis://redis:6379" }
    networks: ["$NET"]
    ports: ["$PORT:8080"]
networks: { "$NET": {} }
FILE
docker-compose up -d
