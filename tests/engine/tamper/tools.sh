# What the attempts have at hand: piped in before each of them.
set -euo pipefail
mkdir -p /root/tamper

# lie PATTERN REPLACEMENT …: a proxy takes the place of the engine's socket and rewrites what is asked and answered.
lie() {
  mv /run/docker.sock /run/true.sock
  setsid "${PROXY:-python3}" /root/tamper/proxy.py /run/true.sock /run/docker.sock "$@" >/root/tamper/proxy.log 2>&1 </dev/null &
  echo $! > /root/tamper/proxy.pid
  soon test -S /run/docker.sock
}

# truth: the engine's own socket is back.
truth() {
  kill "$(cat /root/tamper/proxy.pid)" || true
  rm -f /run/docker.sock
  mv /run/true.sock /run/docker.sock
}

# background NAME COMMAND …: goes on after the script.
background() {
  local name=$1; shift
  setsid "$@" >"/root/tamper/$name.log" 2>&1 </dev/null &
  echo $! > "/root/tamper/$name.pid"
}
end() { kill "$(cat "/root/tamper/$1.pid")" 2>/dev/null || true; }

soon() { for ((end = SECONDS + 10; SECONDS < end; )); do "$@" >/dev/null 2>&1 && return; sleep 0.05; done; "$@" || { echo "still not: $*" >&2; exit 1; }; }
address() { docker inspect -f "{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}" "$1" | cut -d' ' -f1; }
pid_of() { docker inspect -f '{{.State.Pid}}' "$1"; }

# shop [FLAGS FOR API]: api and redis anew as they were at the start.
shop() {
  docker rm -f api redis >/dev/null
  docker run -d --name redis redis >/dev/null
  docker run -d --name api -e REDIS_URL=redis://redis:6379 -p "$PORT:8080" "$@" api >/dev/null
}
