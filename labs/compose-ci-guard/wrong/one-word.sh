#!/bin/bash
#@ fails network command
#@ fails links command
#@ fails address command
# Asks only whether the file says networks somewhere.
set -euo pipefail
printf '#!/bin/bash\ngrep -q "^networks:" "$1"\n' > guard
chmod +x guard
