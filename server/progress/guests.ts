import { and, eq, isNull, sql } from 'drizzle-orm'
import { type Database, tables } from '../db/index.ts'
import { movePractice } from '../practice/index.ts'

const { completedLabs, mergedGuests, passedTasks, runs, shownSolutions, users } = tables

/** The account that a guest signed in to since, or the id itself. */
export async function ownerNow(orm: Database['orm'], id: string): Promise<string> {
  const [merged] = await orm.select().from(mergedGuests).where(eq(mergedGuests.guest, id))
  return merged?.account ?? id
}

/**
 * Moves what a guest passed to an account and removes the guest; false when there is no such guest (any more). What both
 * passed keeps the earlier time. To be called inside a transaction.
 */
export async function mergeGuest(orm: Database['orm'], guest: string, account: string): Promise<boolean> {
  const isGuest = and(eq(users.id, guest), isNull(users.name))
  const found = await orm.select().from(users).where(isGuest)
  if (!found.length) return false
  await moveTasks(orm, guest, account)
  await moveLabs(orm, guest, account)
  await moveShown(orm, guest, account)
  await orm.update(runs).set({ userId: account }).where(eq(runs.userId, guest))
  await movePractice(orm, guest, account)
  await orm.delete(users).where(isGuest)
  await orm.insert(mergedGuests).values({ guest, account })
  return true
}

async function moveTasks(orm: Database['orm'], guest: string, account: string): Promise<void> {
  for (const row of await orm.select().from(passedTasks).where(eq(passedTasks.userId, guest))) {
    await orm
      .insert(passedTasks)
      .values({ ...row, userId: account })
      .onConflictDoUpdate({
        target: [passedTasks.userId, passedTasks.lab, passedTasks.task],
        set: { passedAt: row.passedAt, evidence: row.evidence },
        setWhere: sql`${passedTasks.passedAt} > excluded.passed_at`,
      })
  }
}

async function moveShown(orm: Database['orm'], guest: string, account: string): Promise<void> {
  for (const row of await orm.select().from(shownSolutions).where(eq(shownSolutions.userId, guest))) {
    await orm
      .insert(shownSolutions)
      .values({ ...row, userId: account })
      .onConflictDoNothing()
  }
}

async function moveLabs(orm: Database['orm'], guest: string, account: string): Promise<void> {
  for (const row of await orm.select().from(completedLabs).where(eq(completedLabs.userId, guest))) {
    await orm
      .insert(completedLabs)
      .values({ ...row, userId: account })
      .onConflictDoUpdate({
        target: [completedLabs.userId, completedLabs.lab],
        set: { completedAt: row.completedAt },
        setWhere: sql`${completedLabs.completedAt} > excluded.completed_at`,
      })
  }
}
