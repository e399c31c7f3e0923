#!/bin/bash
# Another program as proxy: it passes on whole requests by their path, with the names looked up by the shell.
set -euo pipefail
mkdir -p /srv/own
cat > /srv/own/serve <<'SERVE'
#!/bin/sh
read -r method path rest
name=${path#/}; name=${name%%/*}
body=$(wget -T 2 -qO- "http://$name${path#/"$name"}") || body="no"
printf 'HTTP/1.0 200 OK\r\nContent-Length: %s\r\nConnection: close\r\n\r\n%s\n' "$((${#body} + 1))" "$body"
SERVE
chmod +x /srv/own/serve
docker run -d --name proxy --network "$NET" -p "$PORT:8000" -v /srv/own:/srv/own:ro tools busybox nc -ll -p 8000 -e /srv/own/serve
for name in orders prices stock users mails; do
  docker rm -f "$name"
  docker run -d --name "$name" --hostname "$name" --network "$NET" -v /srv/service:/srv/service:ro web sh /srv/service/start
done
