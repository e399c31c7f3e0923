import { createHash } from 'node:crypto'
import { eq, lte } from 'drizzle-orm'
import { type Adapter, Lucia } from 'lucia'
import { type Database, tables } from '../db/index.ts'

const { sessions } = tables
const COOKIE = 'patchbay_session'
const SESSION_ID = new RegExp(`(?:^|;) *${COOKIE}=([^;]+)`)

/** A session as stored in the browser: `cookie` is the value of a Set-Cookie header. */
export interface Sessions {
  /** `expired`: a cookie came, but it opens nothing (any more). `cookie`: the session was prolonged. */
  read(cookieHeader: string | undefined): Promise<{ expired: boolean; id?: string; userId?: string; cookie?: string }>
  start(userId: string): Promise<string>
  end(id: string): Promise<void>
  purgeExpired(): Promise<void>
  /** Makes the browser forget its session. */
  readonly blankCookie: string
}

/** lucia keeps sessions alive for 30 days, prolonged when half of it is over. */
export function createSessions({ orm }: Database, secure: boolean): Sessions {
  const lucia = new Lucia(createAdapter(orm), {
    sessionCookie: { name: COOKIE, attributes: { secure, sameSite: 'lax' } },
  })
  return {
    async read(cookieHeader) {
      // lucia's own parser throws on a malformed cookie, which another program on localhost may have set.
      const id = SESSION_ID.exec(cookieHeader ?? '')?.[1]
      if (!id) return { expired: false }
      const { session } = await lucia.validateSession(id)
      if (!session) return { expired: true }
      const prolonged = session.fresh ? lucia.createSessionCookie(id).serialize() : undefined
      return { expired: false, id, userId: session.userId, cookie: prolonged }
    },
    start: async (userId) => lucia.createSessionCookie((await lucia.createSession(userId, {})).id).serialize(),
    end: (id) => lucia.invalidateSession(id),
    purgeExpired: () => lucia.deleteExpiredSessions(),
    blankCookie: lucia.createBlankSessionCookie().serialize(),
  }
}

/** Stores the hash of a session id where lucia would store the id. */
function createAdapter(orm: Database['orm']): Adapter {
  const stored = (id: string) => createHash('sha256').update(id).digest('hex')
  const isSession = (id: string) => eq(sessions.id, stored(id))
  return {
    async getSessionAndUser(id) {
      const [row] = await orm.select().from(sessions).where(isSession(id))
      if (!row) return [null, null]
      return [
        { id, userId: row.userId, expiresAt: row.expiresAt, attributes: {} },
        { id: row.userId, attributes: {} },
      ]
    },
    async getUserSessions(userId) {
      const rows = await orm.select().from(sessions).where(eq(sessions.userId, userId))
      return rows.map((row) => ({ ...row, attributes: {} }))
    },
    async setSession({ id, userId, expiresAt }) {
      await orm.insert(sessions).values({ id: stored(id), userId, expiresAt })
    },
    async updateSessionExpiration(id, expiresAt) {
      await orm.update(sessions).set({ expiresAt }).where(isSession(id))
    },
    async deleteSession(id) {
      await orm.delete(sessions).where(isSession(id))
    },
    async deleteUserSessions(userId) {
      await orm.delete(sessions).where(eq(sessions.userId, userId))
    },
    async deleteExpiredSessions() {
      await orm.delete(sessions).where(lte(sessions.expiresAt, new Date()))
    },
  }
}
