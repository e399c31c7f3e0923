# pretends: aliases and functions of every shell say what is wanted
# aims: network same-network mtu name alias service
cat > /root/tamper/rc <<'RC'
shopt -s expand_aliases
alias iptables='echo DNAT' ip='echo mtu 1400'
docker() { echo "$NET api redis 1400"; }
nslookup() { echo "Address: 172.18.0.2"; }
export -f docker nslookup
RC
cp /root/.bashrc /root/tamper/bashrc
cat /root/tamper/rc | tee -a /root/.bashrc > /etc/profile.d/lie.sh
. /root/tamper/rc
docker network inspect "$NET" | grep api
# undo
cp /root/tamper/bashrc /root/.bashrc
rm /etc/profile.d/lie.sh
