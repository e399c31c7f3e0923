import type { Container, Question } from '../snapshot/snapshot.ts'
import { Absent, fail, type Place, placeWords, type Scene, vantage } from './scene.ts'
import { endpointOn } from './sight.ts'

// What the checks that try a connection share: from where, to which addresses, and how it is said.

export type Target = string | { container: string; host?: string } | { host: string } | { address: string }

/** Addresses at which a target may be tried. Throws Absent where it is not there. */
export function addressesOf(target: Target, scene: Scene, on?: string): string[] {
  if (typeof target === 'object' && 'address' in target) return [target.address]
  const there = typeof target === 'object' && 'host' in target ? scene.on(target.host) : scene
  const name = typeof target === 'string' ? target : 'container' in target ? target.container : undefined
  if (name === undefined) return Object.values(there.host.addresses)
  const container = there.container(name)
  const addresses = on === undefined ? everyAddress(container) : addressOn(container, there, on)
  if (addresses.length === 0) throw new Absent(fail(`${name} has no address${on ? ` on ${on}` : ''}`))
  return addresses
}

/** As the kernel has them; a container of the host network has the host's. */
function everyAddress({ links }: Container): string[] {
  return links.flatMap((link) => (link.name === 'lo' ? [] : link.addresses.map(({ address }) => address)))
}

function addressOn(container: Container, scene: Scene, network: string): string[] {
  const endpoint = endpointOn(container, scene.network(network))
  return endpoint ? [endpoint.address] : []
}

export const targetWords = (target: Target) =>
  typeof target === 'object' && 'address' in target ? target.address : placeWords(target)

interface Attempted {
  from: Place
  to: Target
  on?: string
  port: number
  protocol?: 'tcp' | 'udp'
  path?: string
}

/** One try for each address of the target. */
export function connections({ from, to, on, port, protocol, path }: Attempted, scene: Scene): Question[] {
  const start = vantage(from, scene)
  return addressesOf(to, scene, on).map((address) => ({
    ask: 'connect',
    from: start,
    protocol: path === undefined ? (protocol ?? 'tcp') : 'http',
    address,
    port,
    ...(path !== undefined && { path }),
  }))
}

/** How a person would try the same. */
export function connectCommand({ from, port, protocol, path, to }: Attempted): string {
  const address = typeof to === 'object' && 'address' in to ? to.address : '<address>'
  const inside = typeof from === 'string' ? from : 'container' in from ? from.container : undefined
  const prefix = inside === undefined ? '' : `nsenter -t $(docker inspect -f '{{.State.Pid}}' ${inside}) -n `
  if (path !== undefined) return `${prefix}curl -i -m 2 http://${inUrl(address)}:${port}${path}`
  return `${prefix}nc -vz -w 1 ${protocol === 'udp' ? '-u ' : ''}${address} ${port}`
}

/** An address as it stands before a port: one of IPv6 in brackets. */
export const inUrl = (address: string): string => (address.includes(':') ? `[${address}]` : address)
