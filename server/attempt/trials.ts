import type { TaskOutcome } from '../grader/index.ts'
import type { Snapshot } from '../snapshot/index.ts'
import type { Tried } from './play.ts'

/** What was changed on the machine to verify tasks, and for how long that counts. */
export class Trials {
  readonly #tried: Tried = new Map()
  /** Tried tasks that failed, then or since. */
  readonly #broken = new Set<string>()

  get tried(): Tried {
    return this.#tried
  }

  keep(task: string, answers: Snapshot['answers']): void {
    this.#tried.set(task, answers)
    this.#broken.delete(task)
  }

  clear(): void {
    this.#tried.clear()
    this.#broken.clear()
  }

  /**
   * The outcomes that stand. A task that broke goes on telling what the restart left; right again, it has to be tried
   * anew, and is left out of this round: the next one has seen that.
   */
  standing(outcomes: TaskOutcome[]): TaskOutcome[] {
    return outcomes.filter(({ id, outcome }) => {
      if (outcome === 'fail' && this.#tried.has(id)) this.#broken.add(id)
      const anew = outcome === 'pass' && this.#broken.delete(id)
      if (anew) this.#tried.delete(id)
      return !anew
    })
  }
}
