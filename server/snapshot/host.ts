import { z } from 'zod'
import type { ProbeRequest } from '../lab-host/driver.ts'
import { lookAtContainers } from './container.ts'
import { answerTo, bodies, known, type Look, lookSafely, Unseen } from './look.ts'
import { hostParts, namedParts, readParts, requestsFor } from './namespace.ts'
import { containerList } from './parse/containers.ts'
import { shortText } from './parse/json.ts'
import { networkList } from './parse/networks.ts'
import type { Fact, HostSnapshot, NamedNamespace } from './snapshot.ts'
import { lookAtSwarm } from './swarm.ts'

/** A host, and what the platform itself knows of it. */
export interface HostPlace {
  name: string
  /** By LAN. */
  addresses: Record<string, string>
  /** In bytes, by LAN. */
  lanMtu: Record<string, number>
}

const LISTS = ['/version', '/networks', '/containers/json?all=1']
const version = z.object({ Version: shortText })

const noSwarm = { active: false, manager: false, nodes: 0, services: [] }

/** A host of which nothing is known. */
function unseenHost({ addresses, lanMtu }: Omit<HostPlace, 'name'>): Omit<HostSnapshot, 'engine'> {
  return {
    networks: [],
    containers: [],
    links: [],
    routes: [],
    neighbours: [],
    fdb: [],
    sockets: [],
    iptables: [],
    chains: [],
    nftables: [],
    conntrack: [],
    namespaces: [],
    netns: 0,
    swarm: noSwarm,
    addresses,
    lanMtu,
  }
}

/** What is needed of one host, in two rounds. Never throws: what keeps it from looking becomes the reason. */
export async function lookAtHost(look: Look, place: HostPlace, needs: ReadonlySet<Fact>): Promise<HostSnapshot> {
  const empty = unseenHost(place)
  try {
    const first: ProbeRequest[] = [
      { op: 'api', paths: LISTS },
      ...(needs.has('namespaces') ? [{ op: 'netns' } as const] : []),
      ...requestsFor(hostParts, needs),
    ]
    const [lists, ...rest] = await lookSafely(look, place.name, first)
    const [engine = '', networks = '', containers = ''] = bodies(lists, LISTS)
    const named = needs.has('namespaces') ? answerTo('netns', rest.shift()).namespaces : []
    const knownNetworks = known(networks, networkList, 'the list of networks')
    const [seen, namespaces, swarm] = await Promise.all([
      lookAtContainers(look, place.name, known(containers, containerList, 'the list of containers'), needs),
      lookAtNamed(look, place.name, named),
      needs.has('swarm') ? lookAtSwarm(look, place.name, knownNetworks) : noSwarm,
    ])
    return {
      ...empty,
      ...readParts(hostParts, needs, rest),
      engine: { reachable: true, version: known(engine, version, 'the version').Version },
      networks: knownNetworks,
      containers: seen.containers,
      netns: seen.netns,
      namespaces,
      swarm,
    }
  } catch (error) {
    if (!(error instanceof Unseen)) throw error
    return { ...empty, engine: { reachable: false, reason: error.message } }
  }
}

/** A namespace that goes while being looked at is left out. */
async function lookAtNamed(
  look: Look,
  host: string,
  named: { path: string; inode: number }[],
): Promise<NamedNamespace[]> {
  const needs = new Set<Fact>(['namespaces'])
  const requests = named.map(({ path }) => requestsFor(namedParts, needs, { netns: path }))
  const answers = await lookSafely(look, host, requests.flat())
  return named.flatMap((one, index) => {
    const own = answers.splice(0, requests[index]!.length)
    try {
      return [{ ...one, links: [], routes: [], fdb: [], ...readParts(namedParts, needs, own) }]
    } catch (error) {
      if (error instanceof Unseen) return []
      throw error
    }
  })
}
