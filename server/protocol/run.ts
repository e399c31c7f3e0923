/** A command that a learner typed. */
export interface TypedCommand {
  /** ISO 8601, to the second. */
  at: string
  host: string
  /** Without control characters, at most 1000 characters. */
  command: string
}

/** A task that was passed in a run. */
export interface PassedInRun {
  task: string
  /** ISO 8601. */
  at: string
  /** By the lab's solution, when the learner continued from a later task. */
  replayed: boolean
}

/** A learner's run of a lab after its end: what was done, although the hosts are gone. */
export interface RunView {
  id: string
  lab: string
  /** ISO 8601. */
  startedAt: string
  endedAt: string
  /** Why it ended, for the learner. */
  reason: string
  passed: PassedInRun[]
  commands: TypedCommand[]
}
