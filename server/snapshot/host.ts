import { z } from 'zod'
import type { ProbeAnswer, ProbeRequest } from '../lab-host/driver.ts'
import { answerTo, known, type Look, lookSafely, printed, Unseen } from './look.ts'
import { type ClaimedContainer, containerDetail, containerList } from './parse/containers.ts'
import { parseIptables } from './parse/iptables.ts'
import { shortText } from './parse/json.ts'
import { linkList, routeList } from './parse/links.ts'
import { networkList } from './parse/networks.ts'
import { parseHostsFile, parseResolvConf } from './parse/resolv.ts'
import type { Container, HostSnapshot, Link, Route, Rule } from './snapshot.ts'

/** A host, and what the platform itself knows of it. */
export interface HostPlace {
  name: string
  /** By LAN. */
  addresses: Record<string, string>
  /** In bytes, by LAN. */
  lanMtu: Record<string, number>
}

type Namespace = { links: Link[]; routes: Route[]; iptables: Rule[] }

const LISTS = ['/version', '/networks', '/containers/json?all=1']
const version = z.object({ Version: shortText })

/** Everything about one host, in two rounds. Never throws: what keeps it from looking becomes the reason. */
export async function lookAtHost(look: Look, { name, addresses, lanMtu }: HostPlace): Promise<HostSnapshot> {
  const empty = { networks: [], containers: [], links: [], routes: [], iptables: [], addresses, lanMtu }
  try {
    const [lists, ...own] = await lookSafely(look, name, [{ op: 'api', paths: LISTS }, ...namespaceRequests()])
    const [engine = '', networks = '', containers = ''] = bodies(lists, LISTS)
    const listed = known(containers, containerList, 'the list of containers')
    return {
      ...empty,
      ...readNamespace(own),
      engine: { reachable: true, version: known(engine, version, 'the version').Version },
      networks: known(networks, networkList, 'the list of networks'),
      containers: await lookAtContainers(look, name, listed),
    }
  } catch (error) {
    if (!(error instanceof Unseen)) throw error
    return { ...empty, engine: { reachable: false, reason: error.message } }
  }
}

async function lookAtContainers(
  look: Look,
  host: string,
  listed: { id: string; running: boolean }[],
): Promise<Container[]> {
  if (listed.length === 0) return []
  const running = listed.filter((container) => container.running).map((container) => container.id)
  const paths = listed.map(({ id }) => `/containers/${id}/json`)
  const [inspected, processes, ...inside] = await lookSafely(look, host, [
    { op: 'api', paths },
    { op: 'pids', containers: running },
    ...running.flatMap(insideRequests),
  ])
  const { pids } = answerTo('pids', processes)
  const width = insideRequests('').length
  return details(inspected, paths).map((claimed) => {
    const place = running.indexOf(claimed.id)
    const answers = place < 0 ? [] : inside.slice(place * width, (place + 1) * width)
    return toContainer(claimed, Object.hasOwn(pids, claimed.id) && pids[claimed.id]!.length > 0, answers)
  })
}

/** A container may have gone since it was listed; anything else that is no container is a reason to trust nothing. */
function details(answer: ProbeAnswer | undefined, paths: string[]): ClaimedContainer[] {
  const { responses } = answerTo('api', answer)
  return paths.flatMap((path, index) => {
    const response = responses[index]
    if (response?.status === 404) return []
    if (response?.status !== 200) throw new Unseen(`GET ${path} gave ${response?.status ?? 'nothing'}`)
    return [known(response.body, containerDetail, `GET ${path}`)]
  })
}

function toContainer(claimed: ClaimedContainer, inKernel: boolean, answers: ProbeAnswer[]): Container {
  const nothing = { links: [], routes: [], iptables: [], hostsFile: [] }
  const container = { ...claimed, inKernel, unseen: '', ...nothing, resolver: parseResolvConf('') }
  if (!claimed.running || !inKernel) return container
  try {
    const [files, ...own] = answers
    const [resolv, hosts] = answerTo('read', files).files
    return {
      ...container,
      ...readNamespace(own),
      resolver: parseResolvConf(resolv ?? ''),
      hostsFile: parseHostsFile(hosts ?? ''),
    }
  } catch (error) {
    if (!(error instanceof Unseen)) throw error
    return { ...container, unseen: error.message }
  }
}

function insideRequests(container: string): ProbeRequest[] {
  return [{ op: 'read', container, paths: ['/etc/resolv.conf', '/etc/hosts'] }, ...namespaceRequests(container)]
}

function namespaceRequests(container?: string): ProbeRequest[] {
  const programs = [['ip', '-j', '-d', 'addr'], ['ip', '-j', 'route'], ['iptables-save']]
  return programs.map((argv) => ({ op: 'exec', ...(container && { container }), argv }))
}

function readNamespace([addr, route, rules]: ProbeAnswer[]): Namespace {
  return {
    links: known(printed(addr, 'ip addr') || '[]', linkList, 'ip addr'),
    routes: known(printed(route, 'ip route') || '[]', routeList, 'ip route'),
    iptables: parseIptables(printed(rules, 'iptables-save')),
  }
}

function bodies(answer: ProbeAnswer | undefined, paths: string[]): string[] {
  const { responses } = answerTo('api', answer)
  return paths.map((path, index) => {
    const response = responses[index]
    if (response?.status !== 200) throw new Unseen(`GET ${path} gave ${response?.status ?? 'nothing'}`)
    return response.body
  })
}
