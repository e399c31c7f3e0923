#!/bin/bash
# Compose, and a smaller range that the printer is not in.
set -euo pipefail
base=${LAN_SUBNET%.*}
compose() { if docker compose version >/dev/null 2>&1; then docker compose "$@"; else docker-compose "$@"; fi; }
mkdir -p /root/lan && cd /root/lan
cat > docker-compose.yml <<END
services:
  meter: { image: web, container_name: meter, networks: [lan] }
  scale: { image: web, container_name: scale, networks: [lan] }
  box: { image: tools, container_name: box, networks: [lan] }
networks:
  lan:
    name: $NET
    driver: macvlan
    driver_opts: { parent: eth0 }
    ipam:
      config:
        - { subnet: $LAN_SUBNET, gateway: $LAN_GATEWAY, ip_range: $base.$((FIRST + 16))/28 }
END
compose up -d
