#!/bin/bash
#@ fails network command
# Everybody shares a network with somebody. That is not one network for all. And a job on the default bridge shares nothing, unnoticed.
set -euo pipefail
cat > guard <<'GUARD'
#!/bin/bash
view() {
  python3 -c 'import json, sys, yaml; json.dump(yaml.safe_load(open(sys.argv[1])), sys.stdout)' "$1" 2>/dev/null ||
    docker-compose -f "$1" config --format json
}
view "$1" | jq -e '[.services[]] | all(.links == null)
  and ([.[] | .networks // ["default"] | if type == "object" then keys else . end] as $all
    | all($all[]; . as $mine | [$all[] | select(. - (. - $mine) != [])] | length > 1))' > /dev/null
GUARD
chmod +x guard
