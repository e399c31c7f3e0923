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
  /** Rules of the host's network namespace. */
  iptables: Rule[]
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
  subnets: { subnet: string; gateway: string }[]
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
  aliases: string[]
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
}

export interface Route {
  /** CIDR, or `default`. */
  destination: string
  gateway: string
  device: string
}

/** One rule of iptables, of the family IPv4. */
export interface Rule {
  table: string
  chain: string
  /** The rule as iptables-save prints it, without `-A <chain>`. */
  text: string
  /** `ACCEPT`, `DNAT`, `DOCKER`, … */
  target: string
  protocol: string
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

/** Something that must be tried rather than read. */
export type Question =
  /** Asks the container's own nameservers for an A record, from inside its network namespace. */
  | { ask: 'dns'; host: string; container: string; name: string }
  /** A GET from the LAN (the lab's gateway address) to `http://<address of host>:<port><path>`. */
  | { ask: 'http'; host: string; port: number; path: string }

/** `error`: the platform could not ask, and says why. */
export type Answer =
  | { ask: 'dns'; status: string; server: string; addresses: string[] }
  | { ask: 'http'; status: number; body: string }
  /** Asked, but nothing answered: refused, timed out, no route. `detail` in words. */
  | { ask: 'none'; detail: string }
  | { ask: 'error'; error: string }

/** The key of a question in `Snapshot.answers`. */
export function questionKey(question: Question): string {
  return question.ask === 'dns'
    ? `dns ${question.host} ${question.container} ${question.name}`
    : `http ${question.host} ${question.port} ${question.path}`
}
