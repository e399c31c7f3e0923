#!/bin/bash
#@ fails docs http
#@ fails docs dnat
#@ fails till http
#@ fails till dnat
# Without a network of their own nothing has to be published. But nothing listens on these ports, and the till still on 127.0.0.1.
set -euo pipefail
docker rm -f docs till
docker run -d --name docs --network host web
docker run -d --name till --network host -v /srv/till:/srv:ro tools busybox httpd -f -p "127.0.0.1:$TILL" -h /srv
