import type { AccountView } from './account.ts'
import type { CheckOutcome } from './attempt.ts'
import type { PracticeView } from './practice.ts'
import type { RunView } from './run.ts'

/** A task that was passed, the first time that it was. */
export interface PassedTask {
  lab: string
  task: string
  /** ISO 8601. */
  passedAt: string
  /** After the task's solution had been shown. */
  withSolution: boolean
  /** What the grader saw then. */
  evidence: CheckOutcome[]
}

/** What was learnt, with its evidence. */
export interface LearntView {
  /** ISO 8601: since when this account, or guest, is known. */
  since: string
  /** The latest first. */
  passed: PassedTask[]
  completed: { lab: string; completedAt: string }[]
  solutionsShown: { lab: string; task: string; shownAt: string }[]
}

/** `GET /api/account/record`: all that is kept about who asks; `DELETE /api/account` removes it. */
export interface AccountRecord extends LearntView {
  account: AccountView
  /** Runs that ended, the last first; of each lab the last few are kept. */
  runs: RunView[]
  practice: PracticeView
}
