import { and, asc, desc, eq } from 'drizzle-orm'
import { type Database, tables } from '../db/index.ts'
import type { CheckOutcome, LearntView, ProgressView } from '../protocol/index.ts'
import { ownerNow } from './guests.ts'

const { completedLabs, passedTasks, shownSolutions, users } = tables

/** Stands among the evidence of a task that was passed after its solution had been shown. */
const SOLUTION_SHOWN: CheckOutcome = {
  check: 'solution',
  outcome: 'pass',
  expected: '',
  observed: 'solution shown',
  evidence: '',
}

/** What was learnt. The first time counts and stays; telling the same again changes nothing. */
export interface Progress {
  /** `owner`: an account, a guest, or a guest who has since signed in. Returns when the task was passed first, ISO 8601. */
  recordPassed(owner: string, lab: string, task: string, evidence: CheckOutcome[]): Promise<string>
  /** From now on the task counts as passed with its solution shown, unless it was passed before. */
  recordSolutionShown(owner: string, lab: string, task: string): Promise<void>
  /** Returns when the lab was completed first, ISO 8601. */
  recordCompleted(owner: string, lab: string): Promise<string>
  progressOf(owner: string): Promise<ProgressView>
  /** What was passed, with its evidence; undefined when there is nobody of that id. */
  learntBy(owner: string): Promise<LearntView | undefined>
}

export function createProgress(database: Database): Progress {
  const { orm } = database

  return {
    recordPassed: (owner, lab, task, evidence) =>
      database.transaction(async () => {
        const key = { userId: await ownerNow(orm, owner), lab, task }
        const shown = await orm
          .select()
          .from(shownSolutions)
          .where(and(eq(shownSolutions.userId, key.userId), eq(shownSolutions.lab, lab), eq(shownSolutions.task, task)))
        await orm
          .insert(passedTasks)
          .values({
            ...key,
            passedAt: new Date(),
            evidence: shown.length > 0 ? [...evidence, SOLUTION_SHOWN] : evidence,
          })
          .onConflictDoNothing()
        const [row] = await orm
          .select()
          .from(passedTasks)
          .where(and(eq(passedTasks.userId, key.userId), eq(passedTasks.lab, lab), eq(passedTasks.task, task)))
        return row!.passedAt.toISOString()
      }),

    recordSolutionShown: (owner, lab, task) =>
      database.transaction(async () => {
        await orm
          .insert(shownSolutions)
          .values({ userId: await ownerNow(orm, owner), lab, task, shownAt: new Date() })
          .onConflictDoNothing()
      }),

    recordCompleted: (owner, lab) =>
      database.transaction(async () => {
        const key = { userId: await ownerNow(orm, owner), lab }
        await orm
          .insert(completedLabs)
          .values({ ...key, completedAt: new Date() })
          .onConflictDoNothing()
        const [row] = await orm
          .select()
          .from(completedLabs)
          .where(and(eq(completedLabs.userId, key.userId), eq(completedLabs.lab, lab)))
        return row!.completedAt.toISOString()
      }),

    progressOf: (owner) =>
      database.transaction(async () => {
        const userId = await ownerNow(orm, owner)
        const passed = await orm
          .select()
          .from(passedTasks)
          .where(eq(passedTasks.userId, userId))
          .orderBy(asc(passedTasks.passedAt))
        const completed = await orm.select().from(completedLabs).where(eq(completedLabs.userId, userId))
        const shown = await orm.select().from(shownSolutions).where(eq(shownSolutions.userId, userId))
        return progressView(passed, completed, shown)
      }),

    learntBy: (owner) =>
      database.transaction(async () => {
        const userId = await ownerNow(orm, owner)
        const [user] = await orm.select().from(users).where(eq(users.id, userId))
        if (!user) return undefined
        const passed = await orm
          .select()
          .from(passedTasks)
          .where(eq(passedTasks.userId, userId))
          .orderBy(desc(passedTasks.passedAt))
        const completed = await orm.select().from(completedLabs).where(eq(completedLabs.userId, userId))
        const shown = await orm.select().from(shownSolutions).where(eq(shownSolutions.userId, userId))
        return {
          since: user.createdAt.toISOString(),
          passed: passed.map(({ lab, task, passedAt, evidence }) => ({
            lab,
            task,
            passedAt: passedAt.toISOString(),
            withSolution: wasShown(evidence),
            evidence: evidence.filter(({ check }) => check !== SOLUTION_SHOWN.check),
          })),
          completed: completed.map(({ lab, completedAt }) => ({ lab, completedAt: completedAt.toISOString() })),
          solutionsShown: shown.map(({ lab, task, shownAt }) => ({ lab, task, shownAt: shownAt.toISOString() })),
        }
      }),
  }
}

const wasShown = (evidence: CheckOutcome[]) => evidence.some(({ check }) => check === SOLUTION_SHOWN.check)

type Passed = { lab: string; task: string; passedAt: Date; evidence: CheckOutcome[] }
type Completed = { lab: string; completedAt: Date }
type Shown = { lab: string; task: string }

function progressView(passed: Passed[], completed: Completed[], shown: Shown[]): ProgressView {
  const completedAt = new Map(completed.map((row) => [row.lab, row.completedAt.toISOString()]))
  const tasks = Map.groupBy(passed, (row) => row.lab)
  const solutions = Map.groupBy(shown, (row) => row.lab)
  const labs = [...new Set([...tasks.keys(), ...completedAt.keys(), ...solutions.keys()])]
  return {
    labs: labs.map((lab) => ({
      lab,
      completedAt: completedAt.get(lab) ?? null,
      tasks: (tasks.get(lab) ?? []).map(({ task, passedAt, evidence }) => ({
        task,
        passedAt: passedAt.toISOString(),
        withSolution: wasShown(evidence),
      })),
      solutionsShown: (solutions.get(lab) ?? []).map(({ task }) => task),
    })),
  }
}
