import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bringUp, newSpec } from '../../server/attempt/index.ts'
import { type Lab, loadCatalog } from '../../server/catalog/index.ts'
import { gradeTasks, needsOf, questionsOf, type TaskOutcome } from '../../server/grader/index.ts'
import type { Attempt, LabHosts } from '../../server/lab-host/index.ts'
import type { HostPlace } from '../../server/snapshot/host.ts'
import { collect } from '../../server/snapshot/index.ts'
import type { Look } from '../../server/snapshot/look.ts'
import { root } from '../../setup/paths.mjs'
import { verdicts, verdictTasks } from '../fixtures/verdicts.ts'

export async function everyCheckLab(): Promise<Lab> {
  const { labs, mistakes } = await loadCatalog(join(root, 'tests/fixtures/labs'))
  expect(mistakes).toEqual([])
  return labs.find(({ id }) => id === 'every-check')!
}

const LEGACY = `
update-alternatives --set iptables /usr/sbin/iptables-legacy >/dev/null
update-alternatives --set ip6tables /usr/sbin/ip6tables-legacy >/dev/null
systemctl stop docker
nft flush ruleset
systemctl start docker`

/** `legacy`: the hosts keep their rules in iptables-legacy. */
export async function everyCheckHosts(hosts: LabHosts, engine: string, legacy = false): Promise<Attempt> {
  const lab = await everyCheckLab()
  const switches = Object.keys(lab.hosts).map((host) => ({ host, line: 1, body: LEGACY }))
  if (legacy) lab.setup.sections.unshift(...switches)
  const spec = newSpec(lab, { owner: 'cli:tests', expiresAt: Date.now() + 600_000, seed: 1, engine })
  return bringUp(hosts, lab, spec, () => {})
}

export const placesOf = (attempt: Attempt): HostPlace[] =>
  attempt.hosts.map(({ name, addresses }) => ({
    name,
    addresses,
    lanMtu: Object.fromEntries(Object.entries(attempt.lans).map(([lan, { mtu }]) => [lan, mtu])),
  }))

/** Looks once, and judges each check with its right and its wrong parameters. */
export async function judgeEveryCheck(look: Look, places: HostPlace[]): Promise<TaskOutcome[]> {
  const snapshot = await collect(look, places, {
    needs: needsOf(verdictTasks),
    questions: (seen) => questionsOf(verdictTasks, seen),
  })
  return gradeTasks(verdictTasks, snapshot)
}

/** The same on a real engine, where a program that ends while it is looked at is looked at again, as rounds do. */
export async function judgeEveryCheckLive(look: Look, places: HostPlace[]): Promise<TaskOutcome[]> {
  for (let tries = 3; ; tries--) {
    const outcomes = await judgeEveryCheck(look, places)
    if (tries === 1 || outcomes.every(({ outcome }) => outcome !== 'unobservable')) return outcomes
  }
}

/** One test a check: it passes what is right, fails what is wrong, and says what it saw. */
export function everyCheckHolds(where: string, outcomes: () => TaskOutcome[]): void {
  test.each(Object.entries(verdicts))(`%s tells right from wrong ${where}`, (name, { says }) => {
    const found = (side: string) => outcomes().find(({ id }) => id === `${name} ${side}`)?.checks[0]
    expect(found('right')).toMatchObject({ outcome: 'pass' })
    expect(found('wrong')).toMatchObject({ outcome: 'fail', observed: expect.stringMatching(says) })
  })
}
