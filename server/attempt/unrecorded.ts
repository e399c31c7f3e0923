import type { Lab } from '../catalog/index.ts'
import type { Attempt, LabHosts } from '../lab-host/index.ts'
import { LiveAttempt } from './live-attempt.ts'
import { RunLog } from './run-log.ts'

const now = async () => new Date().toISOString()
const nothing = async () => {}

/** An attempt played as a server plays it, of which nothing is kept: for benches and tests. */
export async function playUnrecorded(hosts: LabHosts, lab: Lab, attempt: Attempt): Promise<LiveAttempt> {
  const runs = {
    ask: nothing,
    begin: nothing,
    note: nothing,
    end: nothing,
    forget: nothing,
    open: async () => [],
    lives: async () => [],
    ended: async () => [],
  }
  const progress = {
    recordPassed: now,
    recordCompleted: now,
    recordSolutionShown: nothing,
    progressOf: async () => ({ labs: [] }),
  }
  const parts = { hosts, progress, log: { warn: () => {} }, extensionMinutes: 0 }
  const live = new LiveAttempt(parts, lab, attempt.spec, new RunLog(runs, attempt.spec.id))
  await live.resume(attempt)
  return live
}
