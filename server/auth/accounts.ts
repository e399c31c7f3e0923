import { randomUUID } from 'node:crypto'
import { and, eq, isNull, notInArray, sql } from 'drizzle-orm'
import { type Database, isUniqueViolation, tables } from '../db/index.ts'
import { Problem } from '../errors/index.ts'
import { mergeGuest, ownerNow } from '../progress/index.ts'
import type { AccountView, Credentials } from '../protocol/index.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { createSessions, type Sessions } from './sessions.ts'

const { completedLabs, mockInterviews, passedTasks, practiceCards, sessions, users } = tables

/** Who sent a request, as far as its cookie tells. */
export interface Visitor {
  account: AccountView | null
  /** A cookie came, but its session is over. */
  expired: boolean
  /** Set-Cookie value, when the session was prolonged. */
  cookie?: string
  /** Of the present session; empty where there is none. */
  sessionId: string
}

/** A new session. `cookie` is the Set-Cookie value that gives it to the browser. */
export interface SignedIn {
  account: AccountView
  cookie: string
  /** The guest that became part of the account: what still runs for it must be handed over. */
  mergedGuest?: string
}

/** Guests, accounts and their sessions. */
export interface Accounts {
  /** Never throws for a bad cookie. */
  identify(cookieHeader: string | undefined): Promise<Visitor>
  startGuest(): Promise<SignedIn>
  /** A guest keeps id and progress and gets a name. Throws Problem `name-taken`. */
  signUp(credentials: Credentials, visitor: Visitor): Promise<SignedIn>
  /** What a guest passed moves to the account. Throws Problem `wrong-password`. */
  signIn(credentials: Credentials, visitor: Visitor): Promise<SignedIn>
  /** Ends the session; the Set-Cookie value makes the browser forget it. */
  signOut(visitor: Visitor): Promise<string>
  /** Removes the account, all that is kept about it and its sessions; answers as `signOut`. */
  remove(account: string): Promise<string>
  /** The Set-Cookie value that makes the browser forget its session. */
  readonly blankCookie: string
  /**
   * The account that a guest signed in to since, or the id itself; undefined when there is nobody of that id (any more).
   * For what was labelled with an owner long ago.
   */
  ownerNow(id: string): Promise<string | undefined>
  /** Removes sessions that are over, and guests that nobody can come back to and that passed nothing. */
  purge(): Promise<void>
}

/** `secure`: the site is served over https, so the cookie must never travel without it. */
export function createAccounts(database: Database, secure: boolean): Accounts {
  return new StoredAccounts(database, createSessions(database, secure))
}

class StoredAccounts implements Accounts {
  readonly #database: Database
  readonly #orm: Database['orm']
  readonly #sessions: Sessions
  readonly blankCookie: string

  constructor(database: Database, store: Sessions) {
    this.#database = database
    this.#orm = database.orm
    this.#sessions = store
    this.blankCookie = store.blankCookie
  }

  async identify(cookieHeader: string | undefined): Promise<Visitor> {
    const { id = '', userId, expired, cookie } = await this.#sessions.read(cookieHeader)
    const [user] = userId ? await this.#orm.select().from(users).where(eq(users.id, userId)) : []
    return { account: user ? view(user.id, user.name) : null, expired, cookie, sessionId: id }
  }

  startGuest(): Promise<SignedIn> {
    return this.#database.transaction(async () => this.#enter(await this.#add(null, null), null))
  }

  async signUp({ name, password }: Credentials, visitor: Visitor): Promise<SignedIn> {
    const passwordHash = await hashPassword(password)
    try {
      return await this.#database.transaction(async () => {
        const id = (await this.#nameGuest(visitor, name, passwordHash)) ?? (await this.#add(name, passwordHash))
        await this.#leave(visitor)
        return this.#enter(id, name)
      })
    } catch (error) {
      if (isUniqueViolation(error)) throw new Problem('name-taken', `The name ${name} belongs to somebody already.`)
      throw error
    }
  }

  async signIn({ name, password }: Credentials, visitor: Visitor): Promise<SignedIn> {
    const sameName = eq(sql`lower(${users.name})`, name.toLowerCase())
    const [user] = await this.#orm.select().from(users).where(sameName)
    if (!(await verifyPassword(user?.passwordHash ?? null, password)) || !user) {
      throw new Problem('wrong-password', 'This name and this password do not belong together.')
    }
    return this.#database.transaction(async () => {
      const guest = guestOf(visitor)
      const merged = guest !== undefined && (await mergeGuest(this.#orm, guest, user.id))
      await this.#leave(visitor)
      return { ...(await this.#enter(user.id, user.name)), mergedGuest: merged ? guest : undefined }
    })
  }

  async signOut(visitor: Visitor): Promise<string> {
    await this.#leave(visitor)
    return this.blankCookie
  }

  async remove(account: string): Promise<string> {
    await this.#orm.delete(users).where(eq(users.id, account))
    return this.blankCookie
  }

  async ownerNow(id: string): Promise<string | undefined> {
    const now = await ownerNow(this.#orm, id)
    const [user] = await this.#orm.select({ id: users.id }).from(users).where(eq(users.id, now))
    return user?.id
  }

  async purge(): Promise<void> {
    await this.#sessions.purgeExpired()
    const holding = [sessions, passedTasks, completedLabs, practiceCards, mockInterviews]
    const ids = (table: (typeof holding)[number]) => this.#orm.select({ id: table.userId }).from(table)
    const unused = holding.map((table) => notInArray(users.id, ids(table)))
    await this.#orm.delete(users).where(and(isNull(users.name), ...unused))
  }

  async #add(name: string | null, passwordHash: string | null): Promise<string> {
    const id = randomUUID()
    await this.#orm.insert(users).values({ id, name, passwordHash, createdAt: new Date() })
    return id
  }

  /** The visitor's id when it was a guest, and still is: another tab may have signed up meanwhile. */
  async #nameGuest(visitor: Visitor, name: string, passwordHash: string): Promise<string | undefined> {
    const unnamed = and(eq(users.id, guestOf(visitor) ?? ''), isNull(users.name))
    const [user] = await this.#orm.update(users).set({ name, passwordHash }).where(unnamed).returning({ id: users.id })
    return user?.id
  }

  async #enter(id: string, name: string | null): Promise<SignedIn> {
    return { account: view(id, name), cookie: await this.#sessions.start(id) }
  }

  async #leave({ sessionId }: Visitor): Promise<void> {
    if (sessionId) await this.#sessions.end(sessionId)
  }
}

function view(id: string, name: string | null): AccountView {
  return { id, guest: name === null, name: name ?? '' }
}

function guestOf({ account }: Visitor): string | undefined {
  return account?.guest ? account.id : undefined
}
