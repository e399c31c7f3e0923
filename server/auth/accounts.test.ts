import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Database, openDatabase, tables } from '../db/index.ts'
import { createProgress, type Progress } from '../progress/index.ts'
import { type Accounts, createAccounts, type SignedIn, type Visitor } from './index.ts'

const ada = { name: 'Ada', password: 'correct horse' }
const nobody: Visitor = { account: null, expired: false, sessionId: '' }

let folder: string
let database: Database
let accounts: Accounts
let progress: Progress

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchbay-auth-'))
  database = await openDatabase(join(folder, 'patchbay.db'))
  accounts = createAccounts(database, false)
  progress = createProgress(database)
})
afterEach(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

/** What the browser sends back. */
const sent = (session: { cookie: string }) => session.cookie.split(';')[0]
const visitor = (session: SignedIn) => accounts.identify(sent(session))
const tasksOf = async (owner: string) =>
  (await progress.progressOf(owner)).labs.flatMap((lab) => lab.tasks.map((task) => task.task)).sort()
const expireSessions = () => database.orm.update(tables.sessions).set({ expiresAt: new Date(Date.now() - 1000) })

test('a browser without a cookie is nobody, and its session is not called expired', async () => {
  expect(await accounts.identify(undefined)).toMatchObject({ account: null, expired: false })
})

test('a guest is known by the cookie, which scripts cannot read', async () => {
  const guest = await accounts.startGuest()
  expect(guest.cookie).toMatch(/^patchbay_session=\w+; HttpOnly; Max-Age=2592000; Path=\/; SameSite=Lax$/)
  expect(await visitor(guest)).toMatchObject({ account: { guest: true, name: '', id: guest.account.id } })
})

test('behind https the cookie never travels without it', async () => {
  expect((await createAccounts(database, true).startGuest()).cookie).toMatch(/; Secure$/)
})

test('the database holds only the hash of what the cookie holds', async () => {
  const id = sent(await accounts.startGuest())!.split('=')[1]!
  const rows = await database.orm.select().from(tables.sessions)
  expect(rows.map((row) => row.id)).toEqual([createHash('sha256').update(id).digest('hex')])
})

test.each(['patchbay_session=made-up', 'patchbay_session=%E0%A4%A', 'other=%; patchbay_session=%'])(
  'a cookie that opens nothing is an expired session: %s',
  async (header) => {
    expect(await accounts.identify(header)).toMatchObject({ account: null, expired: true })
  },
)

test('a malformed cookie of another program on the same host does no harm', async () => {
  const guest = await accounts.startGuest()
  expect((await accounts.identify(`other=%E0%A4%A; ${sent(guest)}`)).account?.id).toBe(guest.account.id)
})

test('a session that is over is expired, before and after it is swept away', async () => {
  const session = await accounts.signUp(ada, nobody)
  await expireSessions()
  expect(await visitor(session)).toMatchObject({ account: null, expired: true })
  await accounts.purge()
  expect(await visitor(session)).toMatchObject({ account: null, expired: true })
})

test('a session in use is prolonged in its second half', async () => {
  const session = await accounts.signUp(ada, nobody)
  expect((await visitor(session)).cookie).toBeUndefined()
  await database.orm.update(tables.sessions).set({ expiresAt: new Date(Date.now() + 10 * 24 * 3600_000) })
  expect((await visitor(session)).cookie).toContain('Max-Age=2592000')
})

test('a guest who signs up keeps id and progress under a new session', async () => {
  const guest = await accounts.startGuest()
  await progress.recordPassed(guest.account.id, 'lab', 'task', [])
  const session = await accounts.signUp(ada, await visitor(guest))
  expect(session.account).toEqual({ id: guest.account.id, guest: false, name: 'Ada' })
  expect(await tasksOf(session.account.id)).toEqual(['task'])
  expect(sent(session)).not.toBe(sent(guest))
  expect((await visitor(guest)).expired).toBe(true)
})

test('signing up twice from two tabs of one guest makes two accounts, not one with two passwords', async () => {
  const guest = await accounts.startGuest()
  const both = await visitor(guest)
  const first = await accounts.signUp(ada, both)
  const second = await accounts.signUp({ name: 'Grace', password: 'battery staple' }, both)
  expect(second.account.id).not.toBe(first.account.id)
  expect((await accounts.signIn(ada, nobody)).account.id).toBe(first.account.id)
})

test('a name that somebody has, in any case, is taken, and the guest stays who they were', async () => {
  await accounts.signUp(ada, nobody)
  const guest = await accounts.startGuest()
  const again = accounts.signUp({ ...ada, name: 'ADA' }, await visitor(guest))
  await expect(again).rejects.toMatchObject({ code: 'name-taken' })
  expect((await visitor(guest)).account?.guest).toBe(true)
})

test('the name counts without its case, the password with it', async () => {
  const { account } = await accounts.signUp(ada, nobody)
  expect((await accounts.signIn({ ...ada, name: 'aDA' }, nobody)).account).toEqual(account)
  const wrong = accounts.signIn({ ...ada, password: 'Correct horse' }, nobody)
  await expect(wrong).rejects.toMatchObject({ code: 'wrong-password', status: 401 })
})

test('an unknown name is refused in the same words as a wrong password', async () => {
  await accounts.signUp(ada, nobody)
  const refusal = (credentials: typeof ada) =>
    accounts.signIn(credentials, nobody).catch((error: Error) => error.message)
  expect(await refusal({ ...ada, name: 'nobody' })).toBe(await refusal({ ...ada, password: 'wrong' }))
})

test('a guest who signs in brings along what they passed; the earlier time wins', async () => {
  const account = await accounts.signUp(ada, nobody)
  const guest = await accounts.startGuest()
  const early = await progress.recordPassed(guest.account.id, 'lab', 'both', [])
  await new Promise((resolve) => setTimeout(resolve, 5))
  await progress.recordPassed(account.account.id, 'lab', 'both', [])
  await progress.recordPassed(account.account.id, 'lab', 'own', [])
  await progress.recordPassed(guest.account.id, 'lab', 'brought', [])
  await progress.recordCompleted(guest.account.id, 'lab')
  const session = await accounts.signIn(ada, await visitor(guest))
  expect(session).toMatchObject({ mergedGuest: guest.account.id, account: { id: account.account.id } })
  expect(await tasksOf(account.account.id)).toEqual(['both', 'brought', 'own'])
  const [lab] = (await progress.progressOf(account.account.id)).labs
  expect(lab?.tasks.find((task) => task.task === 'both')?.passedAt).toBe(early)
  expect(lab?.completedAt).not.toBeNull()
})

test('after the merge the guest is gone, and what still carries its id reaches the account', async () => {
  const { account } = await accounts.signUp(ada, nobody)
  const guest = await accounts.startGuest()
  await accounts.signIn(ada, await visitor(guest))
  expect(await database.orm.select().from(tables.users).where(eq(tables.users.id, guest.account.id))).toEqual([])
  expect(await accounts.ownerNow(guest.account.id)).toBe(account.id)
  await progress.recordPassed(guest.account.id, 'lab', 'late', [])
  expect(await tasksOf(account.id)).toEqual(['late'])
})

test('a wrong password leaves the guest and its progress alone', async () => {
  await accounts.signUp(ada, nobody)
  const guest = await accounts.startGuest()
  await progress.recordPassed(guest.account.id, 'lab', 'task', [])
  await expect(accounts.signIn({ ...ada, password: 'wrong' }, await visitor(guest))).rejects.toThrow()
  expect(await tasksOf((await visitor(guest)).account!.id)).toEqual(['task'])
})

test('signing out ends the session on the server too', async () => {
  const session = await accounts.signUp(ada, nobody)
  expect(await accounts.signOut(await visitor(session))).toContain('Max-Age=0')
  expect((await visitor(session)).expired).toBe(true)
})

test('only guests without a session and without progress are swept away', async () => {
  const [idle, busy] = [await accounts.startGuest(), await accounts.startGuest()]
  await progress.recordPassed(busy.account.id, 'lab', 'task', [])
  const account = await accounts.signUp(ada, nobody)
  await expireSessions()
  const present = await accounts.startGuest()
  await accounts.purge()
  const left = (await database.orm.select().from(tables.users)).map((row) => row.id)
  expect(left).not.toContain(idle.account.id)
  expect(left.sort()).toEqual([busy.account.id, account.account.id, present.account.id].sort())
})
