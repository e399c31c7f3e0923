/**
 * What a round can observe. A check names what it needs; the rest of a snapshot stays empty.
 *
 * - `containers`: the engine's account of them, and whether the kernel has their processes
 * - `interfaces`, `routes`, `sockets`, `neighbours`: of the host and of every running container
 * - `files`: resolv.conf and hosts of every running container
 * - `iptables`, `nftables`, `conntrack`: of the host; `container-iptables`: of every running container
 * - `namespaces`: network namespaces that have a name, those of overlay networks among them
 * - `swarm`: the node's state, services and tasks
 *
 * The engine's version, its networks and which containers it lists are in every snapshot.
 */
export const facts = [
  'containers',
  'interfaces',
  'routes',
  'sockets',
  'neighbours',
  'files',
  'iptables',
  'container-iptables',
  'nftables',
  'conntrack',
  'namespaces',
  'swarm',
] as const
export type Fact = (typeof facts)[number]

/** What the grader saw of a lab at one moment. Pure data: a check is a function of it and of its own parameters. */
export interface Snapshot {
  /** By host name. */
  hosts: Record<string, HostSnapshot>
  /** Answers to the active questions that the checks asked, by `questionKey`. */
  answers: Record<string, Answer>
}

export interface HostSnapshot {
  /** `reason` says why nothing could be seen; the rest is then empty. */
  engine: { reachable: true; version: string } | { reachable: false; reason: string }
  networks: Network[]
  containers: Container[]
  /** The host's own network namespace, as the kernel has it. */
  links: Link[]
  routes: Route[]
  neighbours: Neighbour[]
  /** Forwarding tables of the host's bridges. */
  fdb: FdbEntry[]
  sockets: ListeningSocket[]
  /** Rules of the host's network namespace. */
  iptables: Rule[]
  /** Chains of iptables; the built-in ones have a policy. */
  chains: Chain[]
  /** Chains that exist in nftables, those behind iptables-nft among them. */
  nftables: NftChain[]
  /** Connections that the kernel tracks, as `conntrack -L` prints them. */
  conntrack: string[]
  namespaces: NamedNamespace[]
  /** Inode of the host's network namespace; 0 when not looked at. */
  netns: number
  swarm: Swarm
  /** Addresses of the host on the lab's LANs, by LAN name. */
  addresses: Record<string, string>
  /** MTU of the lab's LANs in bytes, by LAN name. */
  lanMtu: Record<string, number>
}

/** A network as the host's engine describes it. */
export interface Network {
  id: string
  name: string
  driver: string
  /** `local` or `swarm`. */
  scope: string
  internal: boolean
  attachable: boolean
  ipv6: boolean
  subnets: { subnet: string; gateway: string; range: string; auxiliary: string[] }[]
  options: Record<string, string>
  /** The kernel's bridge behind it, e.g. `br-1a2b3c4d5e6f` or `docker0`; empty where the driver has none. */
  bridge: string
}

export interface Container {
  id: string
  name: string
  running: boolean
  /** 0 when not running. */
  pid: number
  /** Whether the kernel shows a process of this container; false while the engine claims it runs: a claim without proof. */
  inKernel: boolean
  /** Why its namespace could not be looked into although it has processes; or empty. */
  unseen: string
  image: string
  /** `no`, `always`, … */
  restartPolicy: string
  privileged: boolean
  /** Nameservers given with `--dns`. */
  dns: string[]
  /** Inode of its network namespace; 0 when not seen. */
  netns: number
  /** `host`, `none`, `default`, `container:<id>` or a network's name, as given at its creation. */
  networkMode: string
  env: Record<string, string>
  /** `--link` of the default bridge, as the engine stores them. */
  legacyLinks: string[]
  endpoints: Endpoint[]
  published: PublishedPort[]
  /** Its own network namespace, as the kernel has it. */
  links: Link[]
  routes: Route[]
  neighbours: Neighbour[]
  sockets: ListeningSocket[]
  /** Rules of its own network namespace; the embedded DNS redirect is there. */
  iptables: Rule[]
  resolver: Resolver
  /** Lines of its /etc/hosts. */
  hostsFile: { address: string; names: string[] }[]
}

/** A container's place on one network. */
export interface Endpoint {
  network: string
  networkId: string
  address: string
  prefixLength: number
  gateway: string
  mac: string
  /** Every name under which the engine says that its DNS knows it here, the container's own apart where engines leave it out. */
  aliases: string[]
  /** `--link` on this network, `container:alias`: names that only this container may ask for. */
  links: string[]
  /** The address that was asked for (`--ip`), or empty. */
  fixedAddress: string
}

export interface PublishedPort {
  containerPort: number
  protocol: string
  hostAddress: string
  hostPort: number
}

export interface Link {
  name: string
  index: number
  /** Index of the other end (veth) or parent; 0 where there is none. */
  peerIndex: number
  mtu: number
  up: boolean
  mac: string
  /** Bridge it is enslaved to, or empty. */
  master: string
  /** `veth`, `bridge`, `vxlan`, `macvlan`, … or empty. */
  kind: string
  addresses: { address: string; prefixLength: number }[]
  /** IPv6, link-local ones included. */
  addresses6: { address: string; prefixLength: number }[]
  /** How many want every frame of it. */
  promiscuity: number
  /** `bridge`, `private`, `vepa`, `passthru` of a macvlan; `l2`, `l3` of an ipvlan; or empty. */
  mode: string
  /** Of a VXLAN; 0 otherwise. */
  vni: number
  /** UDP port of a VXLAN; 0 otherwise. */
  vxlanPort: number
}

export interface Neighbour {
  address: string
  mac: string
  device: string
  /** `REACHABLE`, `STALE`, `FAILED`, `PERMANENT`, … */
  state: string
}

export interface FdbEntry {
  mac: string
  device: string
  bridge: string
  /** Learnt from a frame, not put there. */
  learnt: boolean
  /** Remote end of a VXLAN, or empty. */
  remote: string
}

export interface ListeningSocket {
  protocol: 'tcp' | 'udp'
  /** `0.0.0.0`, `*` (any, both families), `[::]`, or an address. */
  address: string
  port: number
  /** Programs that hold it. */
  owners: string[]
}

export interface NamedNamespace {
  /** File on the host, e.g. `/run/docker/netns/1-bmoyr4ad0p` or `/run/netns/red`. */
  path: string
  inode: number
  links: Link[]
  routes: Route[]
  fdb: FdbEntry[]
}

export interface Swarm {
  active: boolean
  manager: boolean
  /** Number of nodes, as a manager tells it. */
  nodes: number
  services: Service[]
}

export interface Service {
  name: string
  /** `replicated` or `global`. */
  mode: string
  /** Tasks wanted; 0 for a global service. */
  replicas: number
  /** Tasks that run. */
  running: number
  image: string
  networks: string[]
  /** `vip` or `dnsrr`. */
  endpointMode: string
  published: { port: number; target: number; protocol: string; mode: string }[]
}

export interface Chain {
  family: 4 | 6
  table: string
  name: string
  /** `ACCEPT`, `DROP`, or empty for a chain that somebody made. */
  policy: string
}

export interface NftChain {
  /** `ip`, `ip6`, `inet`, … */
  family: string
  table: string
  name: string
  hook: string
  policy: string
  rules: number
}

export interface Route {
  /** CIDR, or `default`. */
  destination: string
  gateway: string
  device: string
}

/** One rule of iptables. */
export interface Rule {
  family: 4 | 6
  table: string
  chain: string
  /** The rule as iptables-save prints it, without `-A <chain>`. */
  text: string
  /** `ACCEPT`, `DNAT`, `DOCKER`, … */
  target: string
  protocol: string
  /** As printed, a negated one with `! ` before it; empty where the rule says none. */
  source: string
  in: string
  out: string
  destination: string
  /** `--dport`, or 0. */
  destinationPort: number
  /** `--to-destination` of a DNAT rule, e.g. `172.18.0.2:80`; or empty. */
  toDestination: string
}

export interface Resolver {
  nameservers: string[]
  search: string[]
  options: string[]
}

/** Where something is tried from: the host itself, one of its containers, a named namespace, or the LAN outside. */
export interface Vantage {
  host: string
  container?: string
  /** Name of a namespace that `ip netns add` made. */
  netns?: string
  /** From the lab's gateway address, as another machine of the LAN. */
  lan?: true
}

/** Something that must be tried rather than read. */
export type Question =
  /** Asks the container's own nameservers for an A record, from inside its network namespace. */
  | { ask: 'dns'; host: string; container: string; name: string }
  /** A GET from the LAN (the lab's gateway address) to `http://<address of host>:<port><path>`. */
  | { ask: 'http'; host: string; port: number; path: string }
  /** Opens a connection; `udp` wants an answer, `http` sends a GET for `path`. */
  | { ask: 'connect'; from: Vantage; protocol: 'tcp' | 'udp' | 'http'; address: string; port: number; path?: string }
  /** One echo request; `bytes`: size of the whole IP packet, which must not be fragmented. */
  | { ask: 'ping'; from: Vantage; address: string; bytes?: number }
  | { ask: 'sysctl'; from: Vantage; key: string }
  | { ask: 'file'; from: Vantage; path: string }
  /** Runs the learner's own programs, on the host or in a container. */
  | { ask: 'command'; from: Vantage; run: string }
  /** Runs the probe's programs in a network namespace. */
  | { ask: 'script'; from: Vantage; run: string }
  /** Restarts a container; only where a check may change the lab. */
  | { ask: 'restart'; host: string; container: string }

/** `error`: the platform could not ask, and says why. */
export type Answer =
  | { ask: 'dns'; status: string; server: string; addresses: string[] }
  /** `from`: who answered, `address:port`, as the host's table of connections has it, or empty. */
  | { ask: 'http'; status: number; body: string; from: string }
  /** The connection or the echo came through. */
  | { ask: 'open'; ms: number; status?: number; body?: string }
  /** The text of a file or a setting; `null`: there is none. */
  | { ask: 'text'; text: string | null }
  | { ask: 'exit'; code: number | null; output: string }
  /** Asked, but nothing answered: refused, timed out, no route. `detail` in words. */
  | { ask: 'none'; detail: string }
  | { ask: 'error'; error: string }

/** The key of a question in `Snapshot.answers`. */
export function questionKey(question: Question): string {
  if (question.ask === 'dns') return `dns ${question.host} ${question.container} ${question.name}`
  if (question.ask === 'http') return `http ${question.host} ${question.port} ${question.path}`
  return JSON.stringify(question)
}
