import { eq } from 'drizzle-orm'
import { type Database, tables } from '../db/index.ts'

const { mockInterviews, practiceCards, practiceReviews } = tables

/** Moves a guest's practice to an account. Where both know a question, the account's card stays. Inside a transaction. */
export async function movePractice(orm: Database['orm'], guest: string, account: string): Promise<void> {
  for (const card of await orm.select().from(practiceCards).where(eq(practiceCards.userId, guest))) {
    await orm
      .insert(practiceCards)
      .values({ ...card, userId: account })
      .onConflictDoNothing()
  }
  await orm.update(practiceReviews).set({ userId: account }).where(eq(practiceReviews.userId, guest))
  await orm.update(mockInterviews).set({ userId: account }).where(eq(mockInterviews.userId, guest))
}
