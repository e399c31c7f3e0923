import { attemptTasks, bringUp, judgeAnswer, newSpec, playScript, verify } from '../attempt/index.ts'
import type { Lab, Script } from '../catalog/index.ts'
import type { Attempt, AttemptSpec, LabHosts } from '../lab-host/index.ts'
import type { CheckOutcome, Verdict } from '../protocol/index.ts'
import { allOf, type Pool, pool } from './pool.ts'

/** A service that a script started may need this long until it answers. */
const SETTLE_MS = 15_000
const LOOK_AGAIN_MS = 300
/** How often an untouched lab is looked at: none of its tasks may pass, not even a little later. */
const UNTOUCHED_ROUNDS = 4

/** Attempts of tests at once, where nothing else is said. */
export const AT_ONCE = 2

/** A host that a killed test leaves behind ends by itself after this long. */
const TEST_MINUTES = 15

export interface ScriptReport {
  lab: string
  /** Generation of its hosts' engines, e.g. `26`; `20+26` where they differ. */
  engine: string
  /** `untouched`, `reset`, or the file's name, e.g. `wrong/restart.sh`. */
  script: string
  expect: 'fail' | 'pass'
  ok: boolean
  /** Of its attempt: `lab start --seed` draws the same vars. */
  seed: number
  /** Why the script itself went wrong; absent when it ran to its end. */
  error?: string
  tasks: { id: string; outcome: Verdict; checks: Pick<CheckOutcome, 'check' | 'outcome' | 'expected' | 'observed'>[] }[]
  ms: number
}

type Tasks = ScriptReport['tasks']

/** How attempts of a proof differ from a learner's. */
export interface ProofTerms {
  /** Generation of every host's engine, instead of what the lab says. */
  engine?: string
  /** Of every attempt; left out, each draws its own. */
  seed?: number
}

/** Proves one lab: start state, solution, alternatives, wrong ways, reset. `run`: where there is room for its attempts. */
export async function testLab(
  hosts: LabHosts,
  lab: Lab,
  extra: Pick<Lab, 'alternatives' | 'wrong'>,
  report: (one: ScriptReport) => void,
  terms: ProofTerms = {},
  run: Pool = pool(AT_ONCE),
): Promise<ScriptReport[]> {
  const passing = [...lab.alternatives, ...extra.alternatives]
  const failing = [...lab.wrong, ...extra.wrong]
  const jobs: (() => Promise<ScriptReport[]>)[] = [
    () => startSolveReset(hosts, lab, testSpec(lab, terms), report),
    ...[...passing, ...failing].map((script) => async () => {
      const one = await proveScript(hosts, lab, script, terms)
      report(one)
      return [one]
    }),
  ]
  return (await allOf(jobs.map((job) => run(job)))).flat()
}

const testSpec = (lab: Lab, terms: ProofTerms): AttemptSpec =>
  newSpec(lab, { owner: 'cli:test', expiresAt: Date.now() + TEST_MINUTES * 60_000, ...terms })

async function startSolveReset(
  hosts: LabHosts,
  lab: Lab,
  own: AttemptSpec,
  report: (one: ScriptReport) => void,
): Promise<ScriptReport[]> {
  const reports: ScriptReport[] = []
  const add = (one: ScriptReport) => {
    reports.push(one)
    report(one)
  }
  try {
    const attempt = await bringUp(hosts, lab, own, () => {})
    add(await untouched(hosts, lab, attempt, 'untouched'))
    add(await played(hosts, lab, attempt, lab.solution))
    await hosts.remove(own.id)
    add(await untouched(hosts, lab, await bringUp(hosts, lab, own, () => {}), 'reset'))
  } finally {
    await hosts.remove(own.id)
  }
  return reports
}

/** Plays a script on an attempt of its own and judges what it leaves: does it pass or fail as a script of its kind must? */
export async function proveScript(
  hosts: LabHosts,
  lab: Lab,
  script: Script,
  terms: ProofTerms = {},
): Promise<ScriptReport> {
  const own = testSpec(lab, terms)
  try {
    return await played(hosts, lab, await bringUp(hosts, lab, own, () => {}), script)
  } finally {
    await hosts.remove(own.id)
  }
}

async function untouched(
  hosts: LabHosts,
  lab: Lab,
  attempt: Attempt,
  name: 'untouched' | 'reset',
): Promise<ScriptReport> {
  const began = Date.now()
  let tasks: Tasks = []
  for (let round = 0; round < UNTOUCHED_ROUNDS; round++) {
    if (round > 0) await pause()
    tasks = await judge(hosts, lab, attempt, {})
    if (tasks.some(({ outcome }) => outcome !== 'fail')) break
  }
  const ok = tasks.every(({ outcome }) => outcome === 'fail')
  return { ...about(attempt, name, 'fail', began), ok, tasks }
}

async function played(hosts: LabHosts, lab: Lab, attempt: Attempt, script: Script): Promise<ScriptReport> {
  const began = Date.now()
  const expect = script.fails.length > 0 ? 'fail' : 'pass'
  const answers: Record<string, CheckOutcome> = {}
  const filled = attemptTasks(lab, attempt)
  const outcome = await playScript(hosts, lab, attempt, script, {
    onAnswer: async (task, text) => {
      answers[task] = await judgeAnswer(hosts, attempt, filled, task, text)
    },
  })
  const broken = outcome.outcome === 'error'
  const tasks = await (broken
    ? judge(hosts, lab, attempt, answers)
    : untilSettled(hosts, lab, attempt, script, answers))
  const error = outcome.outcome === 'error' ? `${outcome.reason}: ${outcome.output.trim().slice(-400)}` : undefined
  return {
    ...about(attempt, script.name, expect, began),
    ok: !error && asExpected(script, tasks),
    ...(error && { error }),
    tasks,
  }
}

/** Looks again until the outcome is the expected one. A wrong script must still be wrong after a while. */
async function untilSettled(
  hosts: LabHosts,
  lab: Lab,
  attempt: Attempt,
  script: Script,
  answers: Record<string, CheckOutcome>,
): Promise<Tasks> {
  const end = Date.now() + SETTLE_MS
  let steady = 0
  for (;;) {
    const tasks = await judge(hosts, lab, attempt, answers)
    steady = asExpected(script, tasks) ? steady + 1 : 0
    const enough = script.fails.length > 0 ? UNTOUCHED_ROUNDS : 1
    if (steady >= enough || Date.now() > end) return tasks
    await pause()
  }
}

function asExpected(script: Script, tasks: Tasks): boolean {
  if (script.fails.length === 0) return tasks.every(({ outcome }) => outcome === 'pass')
  return script.fails.every(({ task, check }) =>
    tasks.find(({ id }) => id === task)?.checks.some((one) => one.check === check && one.outcome === 'fail'),
  )
}

async function judge(
  hosts: LabHosts,
  lab: Lab,
  attempt: Attempt,
  answers: Record<string, CheckOutcome>,
): Promise<Tasks> {
  const tasks = attemptTasks(lab, attempt)
  const outcomes = await verify(hosts, attempt, tasks)
  return tasks.map(({ id }) => {
    const answered = answers[id]
    const found = outcomes.find((one) => one.id === id)
    const checks = found?.checks ?? (answered ? [answered] : [])
    return {
      id,
      outcome: found?.outcome ?? answered?.outcome ?? 'fail',
      checks: checks.map(({ check, outcome, expected, observed }) => ({ check, outcome, expected, observed })),
    }
  })
}

const about = ({ spec }: Attempt, script: string, expect: 'fail' | 'pass', began: number) => ({
  lab: spec.lab,
  engine: [...new Set(Object.values(spec.hosts).map((host) => host.engine))].join('+'),
  script,
  expect,
  seed: spec.seed,
  ms: Date.now() - began,
})

const pause = () => new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
