import { and, asc, eq } from 'drizzle-orm'
import { type Database, tables } from '../db/index.ts'
import type { CheckOutcome, ProgressView } from '../protocol/index.ts'
import { ownerNow } from './guests.ts'

const { completedLabs, passedTasks } = tables

/** What was learnt. The first time counts and stays; telling the same again changes nothing. */
export interface Progress {
  /** `owner`: an account, a guest, or a guest who has since signed in. Returns when the task was passed first, ISO 8601. */
  recordPassed(owner: string, lab: string, task: string, evidence: CheckOutcome[]): Promise<string>
  /** Returns when the lab was completed first, ISO 8601. */
  recordCompleted(owner: string, lab: string): Promise<string>
  progressOf(owner: string): Promise<ProgressView>
}

export function createProgress(database: Database): Progress {
  const { orm } = database

  return {
    recordPassed: (owner, lab, task, evidence) =>
      database.transaction(async () => {
        const key = { userId: await ownerNow(orm, owner), lab, task }
        await orm
          .insert(passedTasks)
          .values({ ...key, passedAt: new Date(), evidence })
          .onConflictDoNothing()
        const [row] = await orm
          .select()
          .from(passedTasks)
          .where(and(eq(passedTasks.userId, key.userId), eq(passedTasks.lab, lab), eq(passedTasks.task, task)))
        return row!.passedAt.toISOString()
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
        return progressView(passed, completed)
      }),
  }
}

type Passed = { lab: string; task: string; passedAt: Date }
type Completed = { lab: string; completedAt: Date }

function progressView(passed: Passed[], completed: Completed[]): ProgressView {
  const completedAt = new Map(completed.map((row) => [row.lab, row.completedAt.toISOString()]))
  const tasks = Map.groupBy(passed, (row) => row.lab)
  const labs = [...new Set([...tasks.keys(), ...completedAt.keys()])]
  return {
    labs: labs.map((lab) => ({
      lab,
      completedAt: completedAt.get(lab) ?? null,
      tasks: (tasks.get(lab) ?? []).map(({ task, passedAt }) => ({ task, passedAt: passedAt.toISOString() })),
    })),
  }
}
