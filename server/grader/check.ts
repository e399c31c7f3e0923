import type { z } from 'zod'
import type { CheckOutcome } from '../protocol/index.ts'
import type { Fact, Question, Snapshot } from '../snapshot/snapshot.ts'

/** A finding before the check's name is put on it. */
export type Finding = Omit<CheckOutcome, 'check'>

/** One kind of check. `judge` is pure: the same snapshot and parameters give the same finding. */
export interface Check<P = unknown> {
  /** The key under `checks:` in lab.yaml. */
  name: string
  /** The parameters an author can write; every field described, since the descriptions become editor help. */
  params: z.ZodType<P>
  /** What a round must observe for it; anything else may be empty in the snapshot that it is given. */
  needs: readonly Fact[]
  /** True: it can be faked by the learner's own programs, so a task may not stand on such checks alone. */
  weak?: true
  /** What must be tried on the machine before judging; empty where the snapshot alone says it. */
  questions(params: P, snapshot: Snapshot): Question[]
  judge(params: P, snapshot: Snapshot): Finding
  /** What changes the lab for this check, where that is allowed. */
  disturbs?(params: P, snapshot: Snapshot): Question
  /** Of a check that changes the lab: judged where that was allowed, by what the task's other checks find afterwards. */
  afterwards?(params: P, snapshot: Snapshot, others: CheckOutcome[]): Finding
}

export function defineCheck<P>(check: Check<P>): Check<P> {
  return check
}

/** One kind of question with an expected value computed from the machine (`answer:` in lab.yaml). */
export interface AnswerKind<P = unknown> {
  name: string
  params: z.ZodType<P>
  /** What must be observed to know the answer. */
  needs: readonly Fact[]
  /** What a right answer is, in one line, without giving it away. */
  wanted(params: P): string
  /** The texts that count as right (compared trimmed, without regard to case), or why that cannot be told now. */
  expected(params: P, snapshot: Snapshot): { accepted: string[] } | { unobservable: string }
  /** What can be picked, in this order; absent where the answer is a text. */
  options?(params: P): { id: string; says: string }[]
  /** What the machine would show if a wrong answer were right, one line. */
  contrary?(params: P, given: string): string
  /** A command that shows the answer on the lab host; empty where it would give it away. */
  evidence(params: P): string
}

export function defineAnswer<P>(kind: AnswerKind<P>): AnswerKind<P> {
  return kind
}
