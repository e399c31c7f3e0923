import { ask } from './ask.ts'
import { type HostPlace, lookAtHost } from './host.ts'
import type { Look } from './look.ts'
import type { Fact, Question, Snapshot } from './snapshot.ts'

/** What a round is for. */
export interface Wanted {
  needs: Iterable<Fact>
  /** What must be tried, as far as the snapshot so far tells. */
  questions: (snapshot: Snapshot) => Question[]
}

/** Looks at every host at once, then tries what the checks need to have tried. Never throws over what a host answers. */
export async function collect(look: Look, hosts: HostPlace[], { needs, questions }: Wanted): Promise<Snapshot> {
  const wanted = new Set(needs)
  const seen = await Promise.all(hosts.map(async (host) => [host.name, await lookAtHost(look, host, wanted)] as const))
  const snapshot: Snapshot = { hosts: Object.fromEntries(seen), answers: {} }
  return { ...snapshot, answers: await ask(look, snapshot.hosts, questions(snapshot)) }
}
