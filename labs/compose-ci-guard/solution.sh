#!/bin/bash
#@ task network
set -euo pipefail
cat > guard <<'GUARD'
#!/bin/bash
set -euo pipefail
# Compose's own view of the file. Version 1, beside an engine of generation 20, has no JSON.
view() {
  docker-compose -f "$1" config --format json 2>/dev/null ||
    docker-compose -f "$1" config | python3 -c 'import json, sys, yaml; json.dump(yaml.safe_load(sys.stdin), sys.stdout)'
}
judge() { jq -e "[.services[]] | $1" <<< "$SERVICES" > /dev/null || { echo "$2" >&2; exit 1; }; }
SERVICES=$(view "$1")
judge 'all(.network_mode == null)' 'a service sets network_mode'
judge '[.[] | .networks // ["default"] | if type == "object" then keys else . end] | reduce .[] as $n (.[0]; . - (. - $n)) | length > 0' 'the services share no network'
GUARD
chmod +x guard

#@ task links
set -euo pipefail
cat >> guard <<'GUARD'
judge 'all(.links == null)' 'a service has links'
GUARD

#@ task address
set -euo pipefail
cat >> guard <<'GUARD'
judge 'all(.environment.REDIS_URL // "" | test("[0-9]+([.][0-9]+){3}") | not)' 'REDIS_URL holds an address'
GUARD

#@ task shop
set -euo pipefail
cd shop
sed -i -e '/network_mode/d' -e 's/172.17.0.2/redis/' docker-compose.yml
docker-compose up -d
