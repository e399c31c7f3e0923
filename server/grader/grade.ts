import type { CheckOutcome, Verdict } from '../protocol/index.ts'
import { type Fact, type Question, questionKey, type Snapshot } from '../snapshot/snapshot.ts'
import { answers } from './answers/index.ts'
import type { AnswerKind, Check } from './check.ts'
import { checks } from './checks/index.ts'
import type { Task, Use } from './task.ts'

export interface TaskOutcome {
  id: string
  outcome: Verdict
  checks: CheckOutcome[]
}

/** What a round must observe to judge these tasks. */
export function needsOf(tasks: Task[]): Set<Fact> {
  return new Set(tasks.flatMap((task) => task.checks.flatMap((use) => named(checks, use).needs)))
}

/** What can be picked as the answer to a task; undefined where it is a text. */
export const optionsOf = ({ answer }: Task): { id: string; says: string }[] | undefined =>
  answer && named<AnswerKind>(answers, answer).options?.(answer.params)

/** What must be observed to judge an answer. */
export const answerNeeds = (use: Use): readonly Fact[] => named(answers, use).needs

/** What must be tried on the machine before these tasks can be judged, each thing once. */
export function questionsOf(tasks: Task[], snapshot: Snapshot): Question[] {
  const questions = tasks.flatMap((task) =>
    task.checks.flatMap((use) => named(checks, use).questions(use.params, snapshot)),
  )
  return [...new Map(questions.map((question) => [questionKey(question), question])).values()]
}

/** Whether any check of these tasks has to change the lab. */
export const disturbs = (tasks: Task[]): boolean =>
  tasks.some((task) => task.checks.some((use) => named<Check>(checks, use).disturbs !== undefined))

/** What changes the lab for the checks of these tasks that need it. */
export function disturbancesOf(tasks: Task[], snapshot: Snapshot): Question[] {
  return tasks.flatMap((task) =>
    task.checks.flatMap((use) => named<Check>(checks, use).disturbs?.(use.params, snapshot) ?? []),
  )
}

/** Judges every task that stands on state; tasks that ask for an answer are judged by `gradeAnswer`. */
export function gradeTasks(tasks: Task[], snapshot: Snapshot): TaskOutcome[] {
  return tasks
    .filter((task) => task.checks.length > 0)
    .map((task) => {
      const outcomes = judgeAll(task.checks, snapshot)
      return { id: task.id, outcome: together(outcomes), checks: outcomes }
    })
}

/** Judges a submitted text against the machine as it is now. */
export function gradeAnswer(use: Use, text: string, snapshot: Snapshot): CheckOutcome {
  const kind: AnswerKind = named(answers, use)
  const base = { check: kind.name, expected: kind.wanted(use.params), evidence: kind.evidence(use.params) }
  const expected = kind.expected(use.params, snapshot)
  if ('unobservable' in expected) return { ...base, outcome: 'unobservable', observed: expected.unobservable }
  const given = text.trim()
  const right = expected.accepted.some((accepted) => accepted.trim().toLowerCase() === given.toLowerCase())
  if (!given) return { ...base, outcome: 'fail', observed: 'an empty answer' }
  const contrary = right ? undefined : kind.contrary?.(use.params, given)
  const observed = `you answered ${given}${contrary ? `. ${contrary}` : ''}`
  return { ...base, outcome: right ? 'pass' : 'fail', observed }
}

/** Fail if any fails, else unobservable if any is, else pass. A task without checks never passes. */
export function together(outcomes: { outcome: Verdict }[]): Verdict {
  if (outcomes.length === 0 || outcomes.some((one) => one.outcome === 'fail')) return 'fail'
  return outcomes.some((one) => one.outcome === 'unobservable') ? 'unobservable' : 'pass'
}

/** A check that changed the lab is judged by what the others find afterwards. */
function judgeAll(uses: Use[], snapshot: Snapshot): CheckOutcome[] {
  const kinds = uses.map((use) => ({ use, check: named(checks, use) as Check }))
  const others = kinds
    .filter(({ check }) => !check.afterwards)
    .map(({ use, check }) => ({ check: check.name, ...check.judge(use.params, snapshot), ...placeOf(use, snapshot) }))
  const rest = [...others]
  return kinds.map(({ use, check }) =>
    check.afterwards
      ? { check: check.name, ...check.afterwards(use.params, snapshot, others) }
      : (rest.shift() as CheckOutcome),
  )
}

/** The host that a check is about, where a lab has more than one. */
function placeOf({ params }: Use, snapshot: Snapshot): { host?: string } {
  const [first, ...others] = Object.keys(snapshot.hosts)
  const { host = first } = params as { host?: string }
  return others.length > 0 ? { host } : {}
}

function named<T extends { name: string }>(kinds: T[], use: Use): T {
  const kind = kinds.find((candidate) => candidate.name === use.name)
  if (!kind) throw new Error(`no check or answer is named ${use.name}; the catalog lets none through`)
  return kind
}
