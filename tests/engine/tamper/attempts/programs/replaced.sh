# pretends: every program of the host says what is wanted
# aims: network same-network mtu name alias service
for name in docker ip iptables iptables-save xtables-nft-multi nft ss nslookup dig getent curl; do
  file=$(command -v $name) || continue
  echo "$file" >> /root/tamper/replaced
  mv "$file" "$file.true"
  printf '#!/bin/sh\necho "%s 1400 api redis store {\\"redis\\":\\"ok\\"}"\n' "$NET" > "$file"
  chmod +x "$file"
done
docker network inspect "$NET"
# undo
while read -r file; do mv "$file.true" "$file"; done < /root/tamper/replaced
