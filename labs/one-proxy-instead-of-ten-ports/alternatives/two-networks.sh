#!/bin/bash
# A project of Compose, each service also on a network that it shares with proxy alone.
set -euo pipefail
docker rm -f orders prices stock users mails
printf '/%s/ %s:80\n' orders orders prices prices stock stock users users mails mails > /srv/proxy/routes
{
  echo "services:"
  for name in orders prices stock users mails; do
    echo "  $name: { image: web, container_name: $name, hostname: $name, command: sh /srv/service/start, volumes: ['/srv/service:/srv/service:ro'], networks: [watched, $name] }"
  done
  echo "  proxy: { image: proxy, container_name: proxy, ports: ['$PORT:80'], volumes: ['/srv/proxy:/etc/proxy:ro'], networks: [watched, orders, prices, stock, users, mails] }"
  echo "networks:"
  echo "  watched: { external: true, name: $NET }"
  for name in orders prices stock users mails; do echo "  $name: {}"; done
} > docker-compose.yml
docker-compose up -d
