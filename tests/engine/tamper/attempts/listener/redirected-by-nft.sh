# pretends: the same with a table of nftables, which iptables does not list
# aims: service
background fake python3 /root/tamper/fake-api.py 9999
nft -f - <<NFT
table ip lie {
  chain early {
    type nat hook prerouting priority -190
    tcp dport $PORT redirect to :9999
  }
}
NFT
soon curl -sf http://127.0.0.1:9999/health
# undo
nft delete table ip lie
end fake
