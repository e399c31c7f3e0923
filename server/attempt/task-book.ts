import { disturbs, hintsFor, optionsOf, type Task, type TaskOutcome } from '../grader/index.ts'
import type { CheckOutcome, TaskView } from '../protocol/index.ts'

/** What is known of an attempt's tasks: the last outcomes, what stays passed, and when each was passed first. */
export class TaskBook {
  readonly #tasks: Task[]
  readonly #views: Map<string, TaskView>
  /** How many wrong answers were given, by task. */
  readonly #wrong = new Map<string, number>()

  /** `passed`: when this learner passed a task first, in this or an earlier attempt, by task id. */
  constructor(tasks: Task[], passed: ReadonlyMap<string, string>) {
    this.#tasks = tasks
    this.#views = new Map(
      tasks.map((task) => [
        task.id,
        {
          id: task.id,
          title: task.title,
          kind: task.answer ? 'answer' : 'state',
          outcome: 'pending',
          checks: [],
          options: optionsOf(task),
          hints: task.answer ? hintsFor(task, []) : [],
          passedAt: passed.get(task.id),
          ...(disturbs([task]) ? { verify: true } : {}),
        } satisfies TaskView,
      ]),
    )
  }

  get views(): TaskView[] {
    return [...this.#views.values()]
  }

  get complete(): boolean {
    return this.views.every(({ outcome, replayed, passedAt }) => outcome === 'pass' && !(replayed && !passedAt))
  }

  /** Tasks that the solution did, and the learner has not undone since. */
  get replayed(): string[] {
    return this.views.filter(({ replayed }) => replayed).map(({ id }) => id)
  }

  /** Takes tasks for done by the solution. */
  markReplayed(ids: string[]): void {
    for (const id of ids) {
      this.#set(id, 'pass', [])
      this.#note(id, { replayed: true })
    }
  }

  /** Keeps a task passed: an answer once right, or a latched milestone, after the server was restarted. */
  keepPassed(id: string): void {
    const task = this.#tasks.find((candidate) => candidate.id === id)
    if (task?.answer || task?.latch) this.#set(id, 'pass', [])
  }

  /** Takes the outcomes of a round; returns those that turned to pass in it. */
  takeRound(outcomes: TaskOutcome[]): TaskOutcome[] {
    const turned: TaskOutcome[] = []
    for (const { id, outcome, checks } of outcomes) {
      const before = this.#views.get(id)
      const latched = this.#tasks.find((task) => task.id === id)?.latch && before?.outcome === 'pass'
      if (!before || latched) continue
      if (outcome === 'pass' && before.outcome !== 'pass' && !before.replayed) turned.push({ id, outcome, checks })
      // What the learner breaks and mends again is theirs.
      if (outcome === 'fail' && before.replayed) this.#note(id, { replayed: undefined })
      this.#set(id, outcome, checks)
    }
    return turned
  }

  /** Takes a judged answer; returns it as it is kept. A right one stays, and says how many wrong ones came before it. */
  takeAnswer(id: string, check: CheckOutcome): CheckOutcome {
    const view = this.#views.get(id)
    if (view?.outcome === 'pass') return view.checks[0] ?? check
    const wrong = this.#wrong.get(id) ?? 0
    if (check.outcome === 'fail') this.#wrong.set(id, wrong + 1)
    const after = check.outcome === 'pass' && wrong > 0 ? `, after ${wrong} wrong answer${wrong > 1 ? 's' : ''}` : ''
    const kept = { ...check, observed: check.observed + after }
    this.#set(id, kept.outcome, [kept])
    return kept
  }

  /** The solution is part of the task's view from now on. */
  showSolution(id: string, solution: string): void {
    const view = this.#views.get(id)
    if (view) this.#views.set(id, { ...view, solution })
  }

  notePassed(id: string, at: string): void {
    this.#note(id, { passedAt: at })
  }

  #note(id: string, facts: Partial<TaskView>): void {
    const view = this.#views.get(id)
    if (view) this.#views.set(id, { ...view, ...facts })
  }

  #set(id: string, outcome: TaskView['outcome'], checks: CheckOutcome[]): void {
    const view = this.#views.get(id)
    const task = this.#tasks.find((candidate) => candidate.id === id)
    if (!view || !task) return
    const passed = outcome === 'pass'
    this.#views.set(id, {
      ...view,
      outcome,
      checks,
      hints: passed ? [] : hintsFor(task, checks),
      why: passed ? task.why : undefined,
    })
  }
}
