# pretends: redis is stopped in the middle of its work after api has connected, so that nothing refuses
# aims: service
kill -STOP "$(pid_of redis)"
docker ps | grep redis
# undo
kill -CONT "$(pid_of redis)"
