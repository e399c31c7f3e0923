# pretends: dockerd is frozen at the moment when it had nothing to say
# aims: network same-network mtu name alias service
kill -STOP "$(pgrep -o -x dockerd)"
# undo
kill -CONT "$(pgrep -o -x dockerd)"
docker ps
