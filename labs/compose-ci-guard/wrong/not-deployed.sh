#!/bin/bash
#@ fails shop resolves
#@ fails shop env
# The guard is content with the file. What runs is what ran before.
set -euo pipefail
cd shop
sed -i -e '/network_mode/d' -e 's/172.17.0.2/redis/' docker-compose.yml
printf '#!/bin/bash\nexit 0\n' > /root/guard
chmod +x /root/guard
