import type { Verdict as Outcome } from '../protocol/index.ts'
import type {
  Answer,
  Container,
  HostSnapshot,
  Link,
  Network,
  Question,
  Snapshot,
  Vantage,
} from '../snapshot/snapshot.ts'
import { questionKey } from '../snapshot/snapshot.ts'
import { CLAIM, type Found, hostName, hostOf, networkNamed, runningContainer } from './sight.ts'

/** What a check found, in words. */
export interface Verdict {
  outcome: Outcome
  observed: string
}

export const pass = (observed: string): Verdict => ({ outcome: 'pass', observed })
export const fail = (observed: string): Verdict => ({ outcome: 'fail', observed })
export const unobservable = (observed: string): Verdict => ({ outcome: 'unobservable', observed })

/** Something that a check stands on is not there; the verdict says which. */
export class Absent extends Error {
  readonly verdict: Verdict

  constructor(verdict: Verdict) {
    super(verdict.observed)
    this.verdict = verdict
  }
}

function present<T>(found: Found<T>): T {
  if ('value' in found) return found.value
  throw new Absent(found)
}

/** A snapshot seen from one host of the lab. Its methods throw Absent for what is not there. */
export class Scene {
  readonly snapshot: Snapshot
  readonly hostName: string

  constructor(snapshot: Snapshot, host?: string) {
    this.snapshot = snapshot
    this.hostName = hostName(snapshot, host)
  }

  get host(): HostSnapshot {
    return present(hostOf(this.snapshot, this.hostName))
  }

  /** The same snapshot, seen from another host. */
  on(host: string | undefined): Scene {
    return host === undefined ? this : new Scene(this.snapshot, host)
  }

  /** A running container that the kernel shows. */
  container(name: string): Container {
    return present(runningContainer(this.host, name))
  }

  network(name: string): Network {
    return present(networkNamed(this.host, name))
  }

  /** The bridge behind a network, as the kernel has it. */
  bridge(network: string): Link {
    const { bridge } = this.network(network)
    if (bridge === '') throw new Absent(fail(`${network} has no bridge`))
    const link = this.host.links.find(({ name, kind }) => name === bridge && kind === 'bridge')
    if (!link) throw new Absent(unobservable(`${CLAIM}: no bridge ${bridge} behind network ${network}`))
    return link
  }

  /** The answer to a question that could be asked. */
  answer(question: Question): Exclude<Answer, { ask: 'error' }> {
    const answer = this.snapshot.answers[questionKey(question)]
    if (answer && answer.ask !== 'error') return answer
    const netns = 'from' in question && 'netns' in question.from ? question.from.netns : undefined
    if (netns && answer?.error.includes(`No such file or directory: '/run/netns/${netns}'`))
      throw new Absent(fail(`there is no namespace ${netns}`))
    throw new Absent(unobservable(`could not ask: ${answer?.error ?? 'not asked yet'}`))
  }
}

/** Where something happens, as an author writes it: a container of the check's host by its name alone, or in full. */
export type Place =
  | string
  | { container: string; host?: string }
  | { netns: string; host?: string }
  | { host: string }
  | { lan: string }

/** The host that a place is on. */
const sceneOf = (place: Place, scene: Scene): Scene =>
  typeof place === 'object' && 'host' in place ? scene.on(place.host) : scene

/** The place as the collector is asked for it. Throws Absent for a container that does not run. */
export function vantage(place: Place, scene: Scene): Vantage {
  const there = sceneOf(place, scene)
  if (typeof place === 'object' && 'lan' in place) return { host: there.hostName, lan: true }
  if (typeof place === 'object' && 'netns' in place) return { host: there.hostName, netns: place.netns }
  const container = containerOf(place)
  if (container === undefined) return { host: there.hostName }
  there.container(container)
  return { host: there.hostName, container }
}

function containerOf(place: Place): string | undefined {
  if (typeof place === 'string') return place
  return 'container' in place ? place.container : undefined
}

export function placeWords(place: Place): string {
  if (typeof place === 'string') return place
  if ('lan' in place) return 'the LAN'
  if ('netns' in place) return `the namespace ${place.netns}`
  const where = place.host === undefined ? '' : place.host
  return 'container' in place ? `${place.container}${where && ` on ${where}`}` : where
}
