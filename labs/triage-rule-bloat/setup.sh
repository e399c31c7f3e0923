#!/bin/bash
set -euo pipefail
mkdir -p /srv/gate/cgi-bin
cat > /srv/gate/cgi-bin/page <<'P'
#!/bin/sh
# What comes behind /cgi-bin/page/ is the name of a page's container.
if page=$(wget -T 2 -qO- "http://${PATH_INFO#/}/"); then printf 'Status: 200 OK\r\n'; else printf 'Status: 502 Bad Gateway\r\n'; page="gate cannot get ${PATH_INFO#/}"; fi
printf 'Content-Type: text/plain\r\n\r\n%s\n' "$page"
P
chmod +x /srv/gate/cgi-bin/page
pids=()
docker run -d --name queue -p "$QUEUE:6379" redis & pids+=($!)
docker run -d --name gate -p "$GATE:80" -v /srv/gate:/srv:ro tools busybox httpd -f -p 80 -h /srv & pids+=($!)
n=0
for page in "$ONE" "$TWO" "$THREE"; do
  docker run -d --name "$page" --hostname "$page" -p "$((BASE + n))-$((BASE + n + 11)):80-91" web & pids+=($!)
  docker create --name "$page-old" web & pids+=($!)
  n=$((n + 100))
done
for pid in "${pids[@]}"; do wait "$pid"; done
for _ in $(seq 100); do docker exec queue redis-cli set jobs "$JOBS" && break; sleep 0.1; done
