import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { CheckOutcome, MockState, PassedInRun, Rating, TypedCommand } from '../protocol/index.ts'

// Only types that PostgreSQL has too: text ids, times as Date, JSON.
const time = (name: string) => integer(name, { mode: 'timestamp_ms' })

/** Learners. A guest has neither name nor password. Names differ by more than the case of their letters. */
export const users = sqliteTable(
  'users',
  {
    id: text('id').primaryKey(),
    name: text('name'),
    passwordHash: text('password_hash'),
    createdAt: time('created_at').notNull(),
  },
  (table) => [uniqueIndex('users_name').on(sql`lower(${table.name})`)],
)

/** `id` is the SHA-256 of what the cookie holds: who reads the database cannot sign in with it. */
export const sessions = sqliteTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expiresAt: time('expires_at').notNull(),
  },
  (table) => [index('sessions_user').on(table.userId)],
)

/** Guests who signed in to an account, so that what still carries the guest's id finds its owner. */
export const mergedGuests = sqliteTable('merged_guests', {
  guest: text('guest').primaryKey(),
  account: text('account')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' }),
})

/** The first time a learner passed a task, with what the grader saw then. */
export const passedTasks = sqliteTable(
  'passed_tasks',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    lab: text('lab').notNull(),
    task: text('task').notNull(),
    passedAt: time('passed_at').notNull(),
    evidence: text('evidence', { mode: 'json' }).$type<CheckOutcome[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.lab, table.task] })],
)

/** The first time a learner had a task's solution shown. */
export const shownSolutions = sqliteTable(
  'shown_solutions',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    lab: text('lab').notNull(),
    task: text('task').notNull(),
    shownAt: time('shown_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.lab, table.task] })],
)

/** The first time a learner had every task of a lab passed. */
export const completedLabs = sqliteTable(
  'completed_labs',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    lab: text('lab').notNull(),
    completedAt: time('completed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.lab] })],
)

/** Runs of labs, by the id of the attempt: who waits in the queue, what runs, and what was done in those that ended. */
export const runs = sqliteTable(
  'runs',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    lab: text('lab').notNull(),
    seed: integer('seed').notNull(),
    askedAt: time('asked_at').notNull(),
    /** Null while it waits for a place. */
    startedAt: time('started_at'),
    /** Null while it runs or waits. */
    endedAt: time('ended_at'),
    reason: text('reason').notNull().default(''),
    /** Tasks that the solution did in the host as it is now. */
    replayed: text('replayed', { mode: 'json' }).$type<string[]>().notNull(),
    passed: text('passed', { mode: 'json' }).$type<PassedInRun[]>().notNull(),
    commands: text('commands', { mode: 'json' }).$type<TypedCommand[]>().notNull(),
  },
  (table) => [index('runs_user_lab').on(table.userId, table.lab), index('runs_ended').on(table.endedAt)],
)

/** Where a learner stands with a question of interview practice. */
export const practiceCards = sqliteTable(
  'practice_cards',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    question: text('question').notNull(),
    due: time('due').notNull(),
    /** The scheduler's own state; its times are ISO 8601. */
    card: text('card', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.question] })],
)

/** Every answer in interview practice, as the learner judged it. */
export const practiceReviews = sqliteTable(
  'practice_reviews',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    question: text('question').notNull(),
    at: time('at').notNull(),
    rating: text('rating').$type<Rating>().notNull(),
    hit: text('hit', { mode: 'json' }).$type<string[]>().notNull(),
  },
  (table) => [index('practice_reviews_user').on(table.userId, table.at)],
)

/** Mock interviews, as far as they have come. */
export const mockInterviews = sqliteTable(
  'mock_interviews',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    startedAt: time('started_at').notNull(),
    state: text('state', { mode: 'json' }).$type<MockState>().notNull(),
  },
  (table) => [index('mock_interviews_user').on(table.userId, table.startedAt)],
)
