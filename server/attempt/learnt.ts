import type { Progress } from '../progress/index.ts'
import type { CheckOutcome } from '../protocol/index.ts'
import type { RunLog } from './run-log.ts'
import type { TaskBook } from './task-book.ts'

/** What a learner passes in one lab, on its way into the database. */
export class Learnt {
  readonly #progress: Pick<Progress, 'recordPassed' | 'recordCompleted' | 'progressOf'>
  readonly #lab: string
  /** Passed, but not yet saved: task and its evidence. */
  readonly #unsaved = new Map<string, CheckOutcome[]>()
  completed = false

  constructor(progress: Pick<Progress, 'recordPassed' | 'recordCompleted' | 'progressOf'>, lab: string) {
    this.#progress = progress
    this.#lab = lab
  }

  /** When this learner passed a task first, in this or an earlier attempt; and whose solution they have seen. */
  async before(owner: string): Promise<{ passed: Map<string, string>; shown: string[] }> {
    const { labs } = await this.#progress.progressOf(owner)
    const own = labs.find(({ lab }) => lab === this.#lab)
    this.completed = own !== undefined && own.completedAt !== null
    return {
      passed: new Map(own?.tasks.map(({ task, passedAt }) => [task, passedAt])),
      shown: own?.solutionsShown ?? [],
    }
  }

  passed(task: string, evidence: CheckOutcome[]): void {
    this.#unsaved.set(task, evidence)
  }

  /** What cannot be saved now is tried again at the next call. */
  async save(owner: string, book: TaskBook, log: RunLog): Promise<void> {
    for (const [task, evidence] of this.#unsaved) {
      const at = await this.#progress.recordPassed(owner, this.#lab, task, evidence)
      await log.tookPass(task)
      this.#unsaved.delete(task)
      book.notePassed(task, at)
    }
    await log.save()
    if (!book.complete || this.completed) return
    await this.#progress.recordCompleted(owner, this.#lab)
    this.completed = true
  }
}
