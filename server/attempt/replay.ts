import { setTimeout as sleep } from 'node:timers/promises'
import { type Lab, labVars, tasksOf } from '../catalog/index.ts'
import { Problem } from '../errors/index.ts'
import type { Attempt, LabHosts } from '../lab-host/index.ts'
import { attemptTasks, grade, playScript } from './play.ts'

/** What the solution started may need a moment until it shows. */
const SETTLE_TRIES = 20
const SETTLE_PAUSE_MS = 500

const idsOf = (lab: Lab) => tasksOf(lab, labVars(lab, 0)).map(({ id }) => id)

/** The tasks before this one, in the order of the lab. Throws Problem `task-unknown`. */
export function tasksBefore(lab: Lab, task: string): string[] {
  const ids = idsOf(lab)
  const index = ids.indexOf(task)
  if (index < 0) throw new Problem('task-unknown', `This lab has no task ${task}; it has ${ids.join(', ')}.`)
  return ids.slice(0, index)
}

/**
 * Does the tasks before `task` as the solution does them. Returns every task that is passed by that: the earlier ones, and
 * what comes along with them. Throws Problem `task-unknown`, `script-failed`.
 */
export async function replayBefore(
  hosts: LabHosts,
  lab: Lab,
  attempt: Attempt,
  task: string,
  onAnswer: (task: string, text: string) => Promise<void> = async () => {},
): Promise<string[]> {
  const before = tasksBefore(lab, task)
  const outcome = await playScript(hosts, lab, attempt, lab.solution, { tasks: before, onAnswer })
  if (outcome.outcome === 'error')
    throw new Problem(
      'script-failed',
      `The earlier tasks of ${lab.id} could not be done: solution.sh ${outcome.reason}.`,
    )
  const tasks = attemptTasks(lab, attempt)
  const kept = tasks.filter(({ id, answer, latch }) => before.includes(id) && (answer || latch)).map(({ id }) => id)
  const awaited = before.filter((id) => !kept.includes(id))
  let seen: string[] = []
  for (let tries = 0; tries < SETTLE_TRIES; tries++) {
    const settled = awaited.every((id) => seen.includes(id)) && tries > 0
    if (tries > 0) await sleep(SETTLE_PAUSE_MS)
    seen = (await grade(hosts, attempt, tasks)).filter(({ outcome }) => outcome === 'pass').map(({ id }) => id)
    if (settled) break
  }
  return tasks.map(({ id }) => id).filter((id) => kept.includes(id) || seen.includes(id))
}

/** A task named by its id or its number in the list. Throws Problem `task-unknown`. */
export function taskNamed(lab: Lab, name: string): string {
  const byNumber = /^\d+$/.test(name) ? idsOf(lab)[Number(name) - 1] : undefined
  const id = byNumber ?? name
  tasksBefore(lab, id)
  return id
}
