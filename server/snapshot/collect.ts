import { ask } from './ask.ts'
import { type HostPlace, lookAtHost } from './host.ts'
import type { Look } from './look.ts'
import type { Question, Snapshot } from './snapshot.ts'

/** Looks at every host at once, then tries what the checks need to have tried. Never throws over what a host answers. */
export async function collect(
  look: Look,
  hosts: HostPlace[],
  questionsFor: (snapshot: Snapshot) => Question[],
): Promise<Snapshot> {
  const seen = await Promise.all(hosts.map(async (host) => [host.name, await lookAtHost(look, host)] as const))
  const snapshot: Snapshot = { hosts: Object.fromEntries(seen), answers: {} }
  return { ...snapshot, answers: await ask(look, snapshot.hosts, questionsFor(snapshot)) }
}
