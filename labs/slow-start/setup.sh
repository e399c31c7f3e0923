#!/bin/bash
set -euo pipefail
mkdir -p shop/books
cd shop
echo "$STOCK books" > books/list
service() {
  cat <<FILE
  $1:
    image: web
    container_name: $1
    volumes: [".:/srv"]
    stop_grace_period: 1s
FILE
}
{
  echo "services:"
  service maps
  echo "    command: sh /srv/catalogue.sh"
  echo "    environment: { INDEX: /index/maps, PORT: \"$INNER\", STOCK: \"$STOCK maps\" }"
  service books
  echo "    command: sh /srv/catalogue.sh"
  echo "    environment: { INDEX: /srv/books, PORT: \"$INNER\" }"
  service atlas
  echo "    command: sh /srv/shop.sh"
  echo "    environment: { CATALOGUE: \"http://maps:$INNER\" }"
  echo "    ports: [\"$PORT:80\"]"
  echo "    depends_on: [maps]"
  service reader
  echo "    command: sh /srv/shop.sh"
  echo "    environment: { CATALOGUE: \"http://books:$INNER\" }"
  echo "    ports: [\"$SECOND:80\"]"
  echo "    depends_on: [books]"
} > docker-compose.yml
cat > catalogue.sh <<'START'
if [ -e "$INDEX/list" ]; then
  echo "reading the index"
  sleep 2
else
  echo "no index, building it"
  sleep 8
  mkdir -p "$INDEX"
  echo "$STOCK" > "$INDEX/list"
fi
echo "ready on port $PORT"
busybox httpd -f -p "$PORT" -h "$INDEX" &
wait
START
cat > shop.sh <<'START'
mkdir -p /www
wget -T 3 -qO /www/list "$CATALOGUE/list" || { echo "no answer from $CATALOGUE"; echo "nothing to sell" > /www/list; }
echo "open"
busybox httpd -f -p 80 -h /www &
wait
START
docker-compose up -d
