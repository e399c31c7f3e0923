#!/bin/bash
#@ fails network command
#@ fails links command
#@ fails address command
#@ fails shop command
# Nothing bad comes through any more, nor anything else.
set -euo pipefail
printf '#!/bin/bash\nexit 1\n' > guard
chmod +x guard
cd shop
sed -i -e '/network_mode/d' -e 's/172.17.0.2/redis/' docker-compose.yml
docker-compose up -d
