import type { CheckOutcome } from '../protocol/index.ts'
import type { Task } from './task.ts'

/** The hints that fit what was found last, in the author's order; none for a task that has passed. */
export function hintsFor(task: Task, outcomes: CheckOutcome[]): string[] {
  const open = outcomes.filter((one) => one.outcome !== 'pass')
  if (outcomes.length > 0 && open.length === 0) return []
  const fits = (when: string) =>
    open.some((one) => one.check === when || one.outcome === when || one.observed.includes(when))
  return task.hints.filter((hint) => hint.when === undefined || fits(hint.when)).map((hint) => hint.say)
}
