# pretends: redis is paused after api has connected, so that nothing refuses
# aims: service
docker pause redis
docker ps | grep Paused
# undo
docker unpause redis
