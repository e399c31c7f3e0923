#!/bin/bash
#@ fails network command
#@ fails links command
#@ fails address command
# Words, wherever they stand: also in a comment, and not the network that is missing.
set -euo pipefail
printf '#!/bin/bash\n! grep -qE "network_mode|links|172[.]17" "$1"\n' > guard
chmod +x guard
cd shop
sed -i -e '/network_mode/d' -e 's/172.17.0.2/redis/' docker-compose.yml
docker-compose up -d
