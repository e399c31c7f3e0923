#!/bin/bash
#@ task network
set -euo pipefail
cat > guard <<'GUARD'
#!/bin/bash
set -euo pipefail
# The file as JSON: by Compose, which resolves it. Beside an engine of generation 20 Compose is old and has no JSON, but PyYAML is there.
view() {
  python3 -c 'import json, sys, yaml; json.dump(yaml.safe_load(open(sys.argv[1])), sys.stdout)' "$1" 2>/dev/null ||
    docker-compose -f "$1" config --format json
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
judge '[.[].environment // {} | if type == "object" then to_entries[] | "\(.key)=\(.value)" else .[] end] | any(test("^REDIS_URL=.*[0-9]+([.][0-9]+){3}")) | not' 'a REDIS_URL holds an address'
GUARD

#@ task shop
set -euo pipefail
cd shop
sed -i -e '/network_mode/d' -e 's/172.17.0.2/redis/' docker-compose.yml
docker-compose up -d
