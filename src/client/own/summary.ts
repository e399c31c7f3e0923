import type { AccountRecord, LabView, RunView } from '../../../server/protocol/index.ts'

/** What somebody can do in one topic, as far as tasks have shown it. */
export interface Skill {
  topic: string
  tasks: number
  /** Passed by one's own work. */
  proven: number
  /** Passed after the solution had been shown. */
  withSolution: number
}

type Labs = Pick<LabView, 'id' | 'title' | 'topic' | 'tasks'>[]

/** A skill for each topic that has labs, in the order of `topics`. */
export function skills({ passed }: Pick<AccountRecord, 'passed'>, labs: Labs, topics: string[]): Skill[] {
  return topics.map((topic) => {
    const own = labs.filter((lab) => lab.topic === topic)
    const tasks = own.flatMap((lab) => lab.tasks.map((task) => ({ lab: lab.id, task: task.id })))
    const made = passed.filter((one) => tasks.some(({ lab, task }) => lab === one.lab && task === one.task))
    const withSolution = made.filter((one) => one.withSolution).length
    return { topic, tasks: tasks.length, proven: made.length - withSolution, withSolution }
  })
}

/** "5 of 9 tasks proven, 1 more with the solution shown." */
export function skillWords({ tasks, proven, withSolution }: Skill): string {
  const helped = withSolution > 0 ? `, ${withSolution} more with the solution shown` : ''
  return `${proven} of ${tasks} tasks proven${helped}.`
}

/** A link of "what next", and why. */
export interface Step {
  href: string
  text: string
  why: string
}

/** What to do next, the nearest first: what is begun, what is due, what the track has next. `track`: ids of labs in order. */
export function nextSteps(
  record: Pick<AccountRecord, 'passed' | 'completed' | 'practice'>,
  labs: Labs,
  track: string[],
  now: Date,
): Step[] {
  const done = new Set(record.completed.map(({ lab }) => lab))
  const ordered = track.flatMap((id) => labs.find((lab) => lab.id === id) ?? [])
  const passedOf = (lab: string) => record.passed.filter((one) => one.lab === lab).length
  const open = ordered.filter(({ id }) => !done.has(id))
  const begun = open.filter(({ id }) => passedOf(id) > 0)
  const fresh = open.find(({ id }) => passedOf(id) === 0)
  const due = record.practice.cards.filter((card) => new Date(card.due) <= now).length
  return [
    ...begun.map(({ id, title, tasks }) => ({
      href: `/labs/${id}/`,
      text: title,
      why: `begun: ${passedOf(id)} of ${tasks.length} tasks passed`,
    })),
    ...(due > 0 ? [{ href: '/practice/', text: 'Interview practice', why: `${due} to be repeated today` }] : []),
    ...(fresh ? [{ href: `/labs/${fresh.id}/`, text: fresh.title, why: 'next on the track' }] : []),
  ].slice(0, 3)
}

/** Where things happened in a run, as shares of its length, from 0 to 1. */
export function marksOf(run: RunView): { at: number; kind: 'passed' | 'command' }[] {
  const [start, end] = [Date.parse(run.startedAt), Date.parse(run.endedAt)]
  const share = (iso: string) => Math.min(1, Math.max(0, (Date.parse(iso) - start) / Math.max(1, end - start)))
  return [
    ...run.commands.map(({ at }) => ({ at: share(at), kind: 'command' as const })),
    ...run.passed.filter(({ replayed }) => !replayed).map(({ at }) => ({ at: share(at), kind: 'passed' as const })),
  ]
}
