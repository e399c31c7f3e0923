import type { Container, Endpoint, HostSnapshot, Link, Network, Snapshot } from '../snapshot/snapshot.ts'
import type { Finding } from './check.ts'

/** What was looked for, or the verdict that its absence gives. */
export type Found<T> = { value: T } | { outcome: 'fail' | 'unobservable'; observed: string }

export const CLAIM = 'the engine claims what the kernel does not show'

/** Finishes a finding once it is known what was seen. */
export function report(expected: string, evidence: string) {
  const finding = (outcome: Finding['outcome']) => (observed: string) => ({ outcome, expected, observed, evidence })
  return {
    pass: finding('pass'),
    fail: finding('fail'),
    unobservable: finding('unobservable'),
    missing: (absent: { outcome: 'fail' | 'unobservable'; observed: string }): Finding => ({
      ...absent,
      expected,
      evidence,
    }),
  }
}

/** The host of that name, or the lab's first; `unobservable` when its engine does not answer. */
export function hostOf(snapshot: Snapshot, name?: string): Found<HostSnapshot> {
  const wanted = name ?? Object.keys(snapshot.hosts)[0] ?? ''
  const host = snapshot.hosts[wanted]
  if (!host) return { outcome: 'unobservable', observed: `the lab has no host ${wanted}` }
  if (!host.engine.reachable) {
    return { outcome: 'unobservable', observed: `the engine of ${wanted} does not answer: ${host.engine.reason}` }
  }
  return { value: host }
}

/** The name under which questions about this host are asked. */
export function hostName(snapshot: Snapshot, name?: string): string {
  return name ?? Object.keys(snapshot.hosts)[0] ?? ''
}

/** The running container of exactly that name, as far as the kernel shows it. */
export function runningContainer(host: HostSnapshot, name: string): Found<Container> {
  const container = host.containers.find((candidate) => candidate.name === name)
  if (!container) {
    const others = list(host.containers.map((candidate) => candidate.name))
    return { outcome: 'fail', observed: `there is no container ${name}; there is: ${others}` }
  }
  if (!container.running) return { outcome: 'fail', observed: `${name} is not running` }
  if (!container.inKernel) {
    return { outcome: 'unobservable', observed: `${CLAIM}: ${name} is said to run, but has no process` }
  }
  if (container.unseen) {
    return { outcome: 'unobservable', observed: `${name} could not be looked into: ${container.unseen}` }
  }
  return { value: container }
}

/** The network of exactly that name. Engines allow a name twice; then nobody can tell which is meant. */
export function networkNamed(host: HostSnapshot, name: string): Found<Network> {
  const [network, second] = host.networks.filter((candidate) => candidate.name === name)
  if (!network) {
    const others = list(host.networks.map((candidate) => candidate.name))
    return { outcome: 'fail', observed: `there is no network ${name}; there is: ${others}` }
  }
  if (second) return { outcome: 'fail', observed: `several networks are named ${name}` }
  return { value: network }
}

/** The container's place on a network as the engine tells it; without an address it is not connected. */
export function endpointOn(container: Container, network: Network): Endpoint | undefined {
  return container.endpoints.find((endpoint) => endpoint.networkId === network.id && endpoint.address !== '')
}

/** The container's interface on a network as the kernel has it: the right address, plugged into the right bridge. */
export function interfaceOn(host: HostSnapshot, container: Container, network: Network): Link | undefined {
  const endpoint = endpointOn(container, network)
  if (!endpoint) return undefined
  const link = container.links.find((candidate) => hasAddress(candidate, endpoint.address))
  if (!link || network.bridge === '') return link
  return hostEnd(host, link)?.master === network.bridge ? link : undefined
}

/** The host's end of a container's veth pair. */
export function hostEnd(host: HostSnapshot, link: Link): Link | undefined {
  if (link.kind !== 'veth' || link.peerIndex === 0) return undefined
  return host.links.find((candidate) => candidate.index === link.peerIndex && candidate.kind === 'veth')
}

/** Interfaces of an overlay network: the engine keeps its bridge and VXLAN in a namespace named after the network. */
export function linksBehind(host: HostSnapshot, network: Network): Link[] {
  const own = host.namespaces.find(({ path }) => path.endsWith(`-${network.id.slice(0, 10)}`) && !path.includes('/lb_'))
  return own?.links ?? []
}

function hasAddress(link: Link, address: string): boolean {
  return link.addresses.some((own) => own.address === address)
}

/** Whose address it is on this host, for words like "172.17.0.2, the address of metrics". */
export function ownerOf(host: HostSnapshot, address: string): string | undefined {
  return host.containers.find((container) => container.endpoints.some((endpoint) => endpoint.address === address))?.name
}

/** Names in one line, at most six of them. */
export function list(names: string[]): string {
  if (names.length === 0) return 'none'
  const shown = names.slice(0, 6).join(', ')
  return names.length > 6 ? `${shown} and ${names.length - 6} more` : shown
}
