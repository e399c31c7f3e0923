import { randomBytes, randomInt } from 'node:crypto'
import { type Lab, labVars, type Script, tasksOf } from '../catalog/index.ts'
import { Problem } from '../errors/index.ts'
import {
  answerNeeds,
  disturbancesOf,
  disturbs,
  gradeAnswer,
  gradeTasks,
  needsOf,
  questionsOf,
  type Task,
  type TaskOutcome,
} from '../grader/index.ts'
import type { Attempt, AttemptSpec, LabHosts } from '../lab-host/index.ts'
import type { CheckOutcome } from '../protocol/index.ts'
import { runScript, type ScriptOutcome, scriptEnv, shownSolution } from '../script/index.ts'
import { collect, type Snapshot, type Wanted } from '../snapshot/index.ts'

/** What a command line, a test and the server alike do with a lab. */

export interface NewAttempt {
  owner: string
  /** Unix time in ms. */
  expiresAt: number
  /** Unix time in ms at which the hosts end by themselves; absent: `expiresAt`. */
  endsBy?: number
  /** Drawn when absent. */
  seed?: number
  /** Generation of every host's engine, instead of what the lab says. */
  engine?: string
}

export function newSpec(lab: Lab, { owner, expiresAt, endsBy, seed, engine }: NewAttempt): AttemptSpec {
  const hosts = Object.entries(lab.hosts).map(([name, host]) => [name, { ...host, engine: engine ?? host.engine }])
  return {
    id: randomBytes(5).toString('hex'),
    lab: lab.id,
    seed: seed ?? randomInt(1, 2 ** 31),
    owner,
    expiresAt,
    endsBy,
    lans: lab.lans,
    hosts: Object.fromEntries(hosts),
    images: lab.images,
  }
}

export const varsOf = (lab: Lab, attempt: Attempt) => labVars(lab, attempt.spec.seed, attempt)

export const attemptTasks = (lab: Lab, attempt: Attempt): Task[] => tasksOf(lab, varsOf(lab, attempt))

/** Hosts up, setup.sh done, and what `scene` does after it. Throws Problem; nothing is left behind then. */
export async function bringUp(
  hosts: LabHosts,
  lab: Lab,
  spec: AttemptSpec,
  onStep: (step: string) => void,
  scene?: (attempt: Attempt) => Promise<void>,
): Promise<Attempt> {
  const attempt = await hosts.create(spec, onStep)
  try {
    onStep('Setting the scene')
    const outcome = await playScript(hosts, lab, attempt, lab.setup)
    if (outcome.outcome === 'error') {
      throw new Problem(
        'script-failed',
        `setup.sh of ${lab.id} ${outcome.reason}: ${outcome.output.trim().slice(-600)}`,
      )
    }
    await scene?.(attempt)
    await hosts.markReady(attempt)
    return attempt
  } catch (error) {
    await hosts.remove(spec.id).catch(() => {})
    throw error
  }
}

export interface PlayOptions {
  /** Only the sections of these tasks, and those that belong to none. */
  tasks?: string[]
  onAnswer?: (task: string, text: string) => Promise<void>
}

export function playScript(
  hosts: LabHosts,
  lab: Lab,
  attempt: Attempt,
  script: Script,
  options: PlayOptions = {},
): Promise<ScriptOutcome> {
  return runScript(script, {
    run: (host, program, env, timeoutMs) => hosts.run(attempt, host, program, env, timeoutMs),
    firstHost: attempt.hosts[0]?.name ?? '',
    env: scriptEnv(varsOf(lab, attempt)),
    token: randomBytes(16).toString('hex'),
    ...options,
  })
}

/** One way to do a task, as commands for a shell of the attempt. Throws Problem `task-unknown`. */
export function solutionText(lab: Lab, attempt: Attempt, task: string): string {
  if (!attemptTasks(lab, attempt).some(({ id }) => id === task))
    throw new Problem('task-unknown', `This lab has no task ${task}.`)
  return shownSolution(lab.solution, task, scriptEnv(varsOf(lab, attempt)))
}

/** One look at every host of an attempt. */
export function look(hosts: LabHosts, attempt: Attempt, wanted: Wanted): Promise<Snapshot> {
  const lanMtu = Object.fromEntries(Object.entries(attempt.lans).map(([lan, { mtu }]) => [lan, mtu]))
  const places = attempt.hosts.map(({ name, addresses }) => ({ name, addresses, lanMtu }))
  return collect((host, requests) => hosts.look(attempt, host, requests), places, wanted)
}

/** What was tried on the machine for tasks, and what came of it; by the task's id. */
export type Tried = Map<string, Snapshot['answers']>

/** One round: looks, then judges every task that stands on state; `tried` is what was changed for it before. */
export async function grade(
  hosts: LabHosts,
  attempt: Attempt,
  tasks: Task[],
  tried: Tried = new Map(),
): Promise<TaskOutcome[]> {
  const questions = (snapshot: Snapshot) => questionsOf(tasks, snapshot)
  const seen = await look(hosts, attempt, { needs: needsOf(tasks), questions })
  const answers = (task: Task) => ({ ...seen.answers, ...tried.get(task.id) })
  return tasks.flatMap((task) => gradeTasks([task], { ...seen, answers: answers(task) }))
}

/** Changes the lab where checks of these tasks have to: what they restart is restarted. */
export async function disturb(hosts: LabHosts, attempt: Attempt, tasks: Task[]): Promise<Snapshot['answers']> {
  const questions = (snapshot: Snapshot) => disturbancesOf(tasks, snapshot)
  return (await look(hosts, attempt, { needs: ['containers'], questions })).answers
}

/** What a restarted service may need until it answers again. */
const SETTLE_MS = 4000
const SETTLE_PAUSE_MS = 300

/** Rounds after a disturbance, until the tasks in `wanted` pass or have had time enough; the last one's outcomes. */
export async function settle(
  hosts: LabHosts,
  attempt: Attempt,
  tasks: Task[],
  { tried, wanted }: { tried: Tried; wanted: string[] },
): Promise<TaskOutcome[]> {
  const end = Date.now() + SETTLE_MS
  for (;;) {
    const outcomes = await grade(hosts, attempt, tasks, tried)
    const settled = outcomes.every(({ id, outcome }) => outcome === 'pass' || !wanted.includes(id))
    if (settled || Date.now() > end) return outcomes
    await new Promise((resolve) => setTimeout(resolve, SETTLE_PAUSE_MS))
  }
}

/** One round in which checks may change the lab: what they restart is restarted, then all is judged. */
export async function verify(hosts: LabHosts, attempt: Attempt, tasks: Task[]): Promise<TaskOutcome[]> {
  if (!disturbs(tasks)) return grade(hosts, attempt, tasks)
  const answers = await disturb(hosts, attempt, tasks)
  const wanted = tasks.map(({ id }) => id)
  return settle(hosts, attempt, tasks, { tried: new Map(wanted.map((id) => [id, answers])), wanted })
}

/** Judges a submitted answer against the machine as it is now. Throws Problem `task-unknown`. */
export async function judgeAnswer(
  hosts: LabHosts,
  attempt: Attempt,
  tasks: Task[],
  task: string,
  text: string,
): Promise<CheckOutcome> {
  const use = tasks.find(({ id }) => id === task)?.answer
  if (!use) throw new Problem('task-unknown', `The task ${task} takes no answer.`)
  return gradeAnswer(use, text, await look(hosts, attempt, { needs: answerNeeds(use), questions: () => [] }))
}
