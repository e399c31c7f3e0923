import { z } from 'zod'
import type { Question, Snapshot } from '../../snapshot/snapshot.ts'
import { questionKey } from '../../snapshot/snapshot.ts'
import { defineCheck } from '../check.ts'
import * as fields from '../fields.ts'
import { hostName, list, report } from '../sight.ts'

const params = z
  .strictObject({ container: fields.container, host: fields.host })
  .describe(
    "The task's other checks still pass after a container was restarted. Judged only where the lab may be changed.",
  )

type Params = z.infer<typeof params>

export const survivesRestart = defineCheck<Params>({
  name: 'survives-restart',
  params,
  needs: ['containers'],
  questions: () => [],
  judge: (given, snapshot) => afterwards(given, snapshot, []),
  disturbs: (given, snapshot) => restart(given, snapshot),
  afterwards,
})

function afterwards(given: Params, snapshot: Snapshot, others: { check: string; outcome: string; observed: string }[]) {
  const { pass, fail, unobservable } = report(
    `the same after a restart of ${given.container}`,
    `docker restart ${given.container}`,
  )
  const answer = snapshot.answers[questionKey(restart(given, snapshot))]
  if (!answer) return unobservable('a restart is tried only when you ask for it: Verify')
  if (answer.ask === 'error') return unobservable(`could not restart it: ${answer.error}`)
  if (answer.ask !== 'open') return fail(`${given.container} could not be restarted`)
  const broken = others.filter(({ outcome }) => outcome !== 'pass')
  return broken.length > 0
    ? fail(`after the restart: ${list(broken.map(({ check, observed }) => `${check}: ${observed}`))}`)
    : pass('everything as before')
}

const restart = ({ container, host }: Params, snapshot: Snapshot): Question => ({
  ask: 'restart',
  host: hostName(snapshot, host),
  container,
})
