import type { Container, HostSnapshot, Link, Network, Rule, Snapshot } from '../../snapshot/snapshot.ts'

// A small world for the checks' tests: host-1 on a LAN with MTU 1400, network shop-net with api and redis on it, and
// metrics on the default bridge. Each test changes what it is about.

export interface Shop {
  snapshot: Snapshot
  host: HostSnapshot
  net: Network
  bridge: Network
  api: Container
  redis: Container
  metrics: Container
}

export function shop(): Shop {
  const net = network('shop-net', '1af9bda7476e', '172.18.0')
  const bridge = { ...network('bridge', 'cca541600aea', '172.17.0'), bridge: 'docker0' }
  const api = container('api', 'a', net, '172.18.0.3', 14)
  const redis = container('redis', 'b', net, '172.18.0.2', 12)
  const metrics = container('metrics', 'c', bridge, '172.17.0.2', 7)
  const host: HostSnapshot = {
    engine: { reachable: true, version: '26.1.5' },
    networks: [net, bridge],
    containers: [api, redis, metrics],
    links: [
      link({ name: 'eth0', index: 5, kind: 'veth', addresses: [{ address: '10.200.4.2', prefixLength: 24 }] }),
      link({ name: 'docker0', index: 2, kind: 'bridge' }),
      link({ name: net.bridge, index: 11, kind: 'bridge' }),
      link({ name: 'veth07', index: 8, peerIndex: 7, kind: 'veth', master: 'docker0' }),
      link({ name: 'veth12', index: 13, peerIndex: 12, kind: 'veth', master: net.bridge }),
      link({ name: 'veth14', index: 15, peerIndex: 14, kind: 'veth', master: net.bridge }),
    ],
    routes: [{ destination: 'default', gateway: '10.200.4.1', device: 'eth0' }],
    neighbours: [],
    fdb: [],
    sockets: [{ protocol: 'tcp', address: '0.0.0.0', port: 8123, owners: ['docker-proxy'] }],
    chains: [{ family: 4, table: 'filter', name: 'FORWARD', policy: 'DROP' }],
    nftables: [],
    conntrack: [],
    namespaces: [],
    netns: 1,
    swarm: { active: false, manager: false, nodes: 0, services: [] },
    iptables: [
      rule('PREROUTING', { target: 'DOCKER', text: '-m addrtype --dst-type LOCAL -j DOCKER' }),
      rule('DOCKER', { target: 'RETURN', text: '-i docker0 -j RETURN' }),
      dnatRule(8123, '172.18.0.3:8080'),
    ],
    addresses: { lan: '10.200.4.2' },
    lanMtu: { lan: 1400 },
  }
  const snapshot: Snapshot = {
    hosts: { 'host-1': host },
    answers: {
      'dns host-1 api redis': { ask: 'dns', status: 'NOERROR', server: '127.0.0.11', addresses: ['172.18.0.2'] },
      'http host-1 8123 /health': {
        ask: 'http',
        status: 200,
        body: '{"redis":"ok","hits":3}\n',
        from: '172.18.0.3:8080',
      },
    },
  }
  return { snapshot, host, net, bridge, api, redis, metrics }
}

/** Connects a container to one more network, in the engine's books and in the kernel. */
export function connect(host: HostSnapshot, to: Container, on: Network, address: string, index: number): void {
  const { endpoints, links } = container(to.name, 'd', on, address, index)
  to.endpoints.push(...endpoints)
  to.links.push(...links.filter((own) => own.name !== 'lo').map((own) => ({ ...own, name: `eth${index}` })))
  host.links.push(link({ name: `veth${index}`, index: index + 1, peerIndex: index, kind: 'veth', master: on.bridge }))
}

export function dnatRule(port: number, toDestination: string, more: Partial<Rule> = {}): Rule {
  const text = `-p tcp -m tcp --dport ${port} -j DNAT --to-destination ${toDestination}`
  return rule('DOCKER', { target: 'DNAT', protocol: 'tcp', destinationPort: port, toDestination, text, ...more })
}

function network(name: string, id: string, subnet: string): Network {
  const common = { driver: 'bridge', scope: 'local', internal: false, options: {}, bridge: `br-${id}` }
  const subnets = [{ subnet: `${subnet}.0/16`, gateway: `${subnet}.1`, range: '', auxiliary: [] }]
  return { id, name, subnets, attachable: false, ipv6: false, ...common }
}

function container(name: string, id: string, on: Network, address: string, index: number): Container {
  const addresses = [{ address, prefixLength: 16 }]
  return {
    id: id.repeat(64),
    name,
    running: true,
    pid: 100 + index,
    inKernel: true,
    unseen: '',
    image: name,
    restartPolicy: 'no',
    privileged: false,
    dns: [],
    netns: 100 + index,
    networkMode: on.name,
    env: {},
    legacyLinks: [],
    endpoints: [
      {
        network: on.name,
        networkId: on.id,
        address,
        prefixLength: 16,
        gateway: on.subnets[0]?.gateway ?? '',
        mac: '',
        aliases: [],
        links: [],
        fixedAddress: '',
      },
    ],
    published: [],
    links: [
      link({ name: 'lo', index: 1, mtu: 65536, addresses: [{ address: '127.0.0.1', prefixLength: 8 }] }),
      link({ name: 'eth0', index, peerIndex: index + 1, kind: 'veth', addresses }),
    ],
    routes: [{ destination: 'default', gateway: on.subnets[0]?.gateway ?? '', device: 'eth0' }],
    neighbours: [],
    sockets: [],
    iptables: [],
    resolver: { nameservers: [on.name === 'bridge' ? '10.200.4.1' : '127.0.0.11'], search: [], options: [] },
    hostsFile: [{ address: '127.0.0.1', names: ['localhost'] }],
  }
}

const plain = {
  master: '',
  kind: '',
  addresses: [],
  addresses6: [],
  promiscuity: 0,
  mode: '',
  vni: 0,
  vxlanPort: 0,
}

export function link(given: Partial<Link> & { name: string; index: number }): Link {
  return { peerIndex: 0, mtu: 1400, up: true, mac: '', ...plain, ...given }
}

export function rule(chain: string, given: Partial<Rule>): Rule {
  const common = {
    family: 4 as const,
    table: 'nat',
    protocol: '',
    source: '',
    in: '',
    out: '',
    destination: '',
    destinationPort: 0,
    toDestination: '',
    target: '',
    text: '',
  }
  return { ...common, chain, ...given }
}
