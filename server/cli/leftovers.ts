import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Something on the lab engine that belongs to no lab. */
export interface Leftover {
  kind: 'container' | 'network' | 'volume' | 'cgroup' | 'process' | 'address'
  id: string
}

/** What there is on a lab engine, as its own lists and its kernel show it. */
export interface EngineFacts {
  /** Full ids, with all labels as text. */
  containers: { id: string; labels: string }[]
  networks: { name: string; labels: string; bridge: string; endpoints: string[] }[]
  /** That no container uses. */
  volumes: string[]
  /** Paths of directories of containers' cgroups. */
  cgroups: string[]
  /** Bridges of LANs in the kernel. */
  bridges: string[]
  /** Container ids of the shims that run. */
  shims: string[]
}

const OURS = /patchbay\./
/** Docker makes these by itself. */
const BUILT_IN = ['bridge', 'host', 'none']

export function leftoversIn(facts: EngineFacts): Leftover[] {
  const ids = new Set(facts.containers.map(({ id }) => id))
  const bridges = new Set(facts.networks.map(({ bridge }) => bridge))
  const of = (kind: Leftover['kind'], found: string[]) => found.map((id) => ({ kind, id }))
  return [
    ...of(
      'container',
      facts.containers.filter(({ labels }) => !OURS.test(labels)).map(({ id }) => id),
    ),
    ...of(
      'network',
      facts.networks
        .filter(({ name, labels }) => !BUILT_IN.includes(name) && !OURS.test(labels))
        .map(({ name }) => name),
    ),
    ...of(
      'network',
      facts.bridges.filter((bridge) => !bridges.has(bridge)),
    ),
    ...of('volume', facts.volumes),
    ...of(
      'cgroup',
      facts.cgroups.filter((path) => !ids.has(path.split('/').at(-1) ?? '')),
    ),
    ...of(
      'process',
      facts.shims.filter((id) => !ids.has(id)),
    ),
    ...of(
      'address',
      facts.networks.flatMap(({ endpoints }) => endpoints.filter((id) => !ids.has(id))),
    ),
  ]
}

const LOOK = `
find /sys/fs/cgroup -maxdepth 4 -type d -regextype posix-extended -regex '.*/docker/[0-9a-f]{64}' | sed 's/^/cgroup /'
ip -o link show type bridge | sed -n 's/^[0-9]*: \\(lan[^:@]*\\).*/bridge \\1/p'
# Those of the engine itself: a lab host has shims of its own, in its own process namespace.
for pid in $(pgrep -x containerd-shim); do
  [ "$(readlink "/proc/$pid/ns/pid")" = "$(readlink /proc/1/ns/pid)" ] || continue
  tr '\\0' ' ' <"/proc/$pid/cmdline" | sed -n 's/.*containerd-shim.* -id \\([0-9a-f]*\\).*/shim \\1\\n/p'
done`

/** Looks at the lab engine behind this socket. `kernel` is empty where no probe runs: then nothing ever ran there. */
export async function engineFacts(socket: string): Promise<EngineFacts> {
  const docker = async (...args: string[]) => {
    const { stdout } = await promisify(execFile)('docker', ['--host', `unix://${socket}`, ...args])
    return stdout.split('\n').filter((line) => line !== '')
  }
  const [containers, names, volumes, kernel] = await Promise.all([
    docker('ps', '--all', '--no-trunc', '--format', '{{.ID}} {{.Labels}}'),
    docker('network', 'ls', '--format', '{{.Name}}'),
    docker('volume', 'ls', '--quiet', '--filter', 'dangling=true'),
    docker('exec', 'patchbay-probe', 'sh', '-c', LOOK).catch(() => []),
  ])
  const networks = await Promise.all(
    names.map((name) => docker('network', 'inspect', name).then(readNetwork, () => [])),
  )
  const seen = (kind: string) =>
    kernel.filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(kind.length + 1))
  return {
    containers: containers.map((line) => {
      const [id = '', ...labels] = line.split(' ')
      return { id, labels: labels.join(' ') }
    }),
    networks: networks.flat(),
    volumes,
    cgroups: seen('cgroup'),
    bridges: seen('bridge'),
    shims: seen('shim'),
  }
}

function readNetwork(lines: string[]): EngineFacts['networks'] {
  const inspected = JSON.parse(lines.join('\n')) as {
    Name: string
    Labels: Record<string, string>
    Options: Record<string, string>
    Containers: Record<string, unknown>
  }[]
  return inspected.map(({ Name, Labels, Options, Containers }) => ({
    name: Name,
    labels: Object.keys(Labels ?? {}).join(' '),
    bridge: Options?.['com.docker.network.bridge.name'] ?? '',
    endpoints: Object.keys(Containers ?? {}),
  }))
}
