import { and, asc, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { type Database, tables } from '../db/index.ts'
import type { PassedInRun, RunView, TypedCommand } from '../protocol/index.ts'
import { ownerNow } from './guests.ts'

const { runs } = tables

/** Ended runs that are kept of a learner and a lab. */
const KEPT = 5
/** Ended runs that tell how long labs last here. */
const MEASURED = 50

/** What is kept of a run while it goes on. */
export interface RunNotes {
  passed: PassedInRun[]
  /** Tasks that the solution did in the hosts as they are now. */
  replayed: string[]
  commands: TypedCommand[]
}

/** A run that has not ended, as the server left it. */
export interface OpenRun extends RunNotes {
  id: string
  owner: string
  lab: string
  seed: number
  /** Null while it waits for a place. */
  startedAt: Date | null
}

/** Runs of labs as they outlive the server. `owner` as in `Progress`. */
export interface Runs {
  /** From now on it waits for a place. */
  ask(run: { id: string; owner: string; lab: string; seed: number }): Promise<void>
  begin(id: string): Promise<void>
  note(id: string, notes: RunNotes): Promise<void>
  /** The older ones of the same lab are forgotten, all but the last few. */
  end(id: string, reason: string): Promise<void>
  /** It never began. */
  forget(id: string): Promise<void>
  /** In the order of asking. */
  open(): Promise<OpenRun[]>
  /** How long the last runs lasted, in ms. */
  lives(): Promise<number[]>
  /** Ended ones, the last first; of all labs, or of one. */
  ended(owner: string, lab?: string): Promise<RunView[]>
}

export function createRuns(database: Database): Runs {
  const { orm } = database
  const endedOf = (userId: string, lab?: string) =>
    orm
      .select()
      .from(runs)
      .where(and(eq(runs.userId, userId), lab === undefined ? undefined : eq(runs.lab, lab), isNotNull(runs.endedAt)))
      .orderBy(desc(runs.endedAt))

  return {
    ask: ({ id, owner, lab, seed }) =>
      database.transaction(async () => {
        const userId = await ownerNow(orm, owner)
        const empty = { replayed: [], passed: [], commands: [] }
        await orm.insert(runs).values({ id, userId, lab, seed, askedAt: new Date(), ...empty })
      }),

    async begin(id) {
      await orm.update(runs).set({ startedAt: new Date() }).where(eq(runs.id, id))
    },

    async note(id, notes) {
      await orm.update(runs).set(notes).where(eq(runs.id, id))
    },

    end: (id, reason) =>
      database.transaction(async () => {
        const open = and(eq(runs.id, id), isNull(runs.endedAt))
        const [ended] = await orm.update(runs).set({ endedAt: new Date(), reason }).where(open).returning()
        if (!ended) return
        const old = (await endedOf(ended.userId, ended.lab)).slice(KEPT).map((run) => run.id)
        if (old.length > 0) await orm.delete(runs).where(inArray(runs.id, old))
      }),

    async forget(id) {
      await orm.delete(runs).where(eq(runs.id, id))
    },

    async open() {
      const rows = await orm.select().from(runs).where(isNull(runs.endedAt)).orderBy(asc(runs.askedAt))
      return rows.map(({ userId, ...run }) => ({ ...run, owner: userId }))
    },

    async lives() {
      const lasted = and(isNotNull(runs.startedAt), isNotNull(runs.endedAt))
      const rows = await orm.select().from(runs).where(lasted).orderBy(desc(runs.endedAt)).limit(MEASURED)
      return rows.map(({ startedAt, endedAt }) => endedAt!.getTime() - startedAt!.getTime())
    },

    ended: (owner, lab) =>
      database.transaction(async () => {
        const rows = await endedOf(await ownerNow(orm, owner), lab)
        return rows.flatMap(({ startedAt, endedAt, id, lab, reason, passed, commands }) =>
          startedAt && endedAt
            ? [
                {
                  id,
                  lab,
                  startedAt: startedAt.toISOString(),
                  endedAt: endedAt.toISOString(),
                  reason,
                  passed,
                  commands,
                },
              ]
            : [],
        )
      }),
  }
}
