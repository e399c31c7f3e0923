/** A hint as an author writes it. */
interface Hint {
  /**
   * When it fits: the name of a check that has not passed, an outcome (`fail`, `unobservable`), or a piece of what was
   * observed, e.g. `NXDOMAIN`. Absent: always.
   */
  when?: string
  say: string
}

/** A check or an answer of a task: which one, with its parameters as the check's schema gives them. */
export interface Use {
  name: string
  params: unknown
}

/** A task with its vars filled in: what the grader judges. */
export interface Task {
  id: string
  title: string
  /** Once passed it stays so, although later steps undo the state. */
  latch: boolean
  hints: Hint[]
  /** Why what was done works; shown once the task has passed. */
  why?: string
  /** State to be judged; empty where the task asks for an answer. */
  checks: Use[]
  answer?: Use
}
