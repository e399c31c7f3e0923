import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isUniqueViolation } from './fault.ts'
import { openDatabase, tables } from './index.ts'
import journal from './migrations/meta/_journal.json' with { type: 'json' }

let folder: string
const file = () => join(folder, 'data', 'patchbay.db')
const user = (id: string, name: string | null = null) => ({ id, name, createdAt: new Date() })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'patchbay-db-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('what was written is there after closing and opening again', async () => {
  const first = await openDatabase(file())
  await first.orm.insert(tables.users).values(user('u1', 'ada'))
  await first.close()
  const second = await openDatabase(file())
  expect(await second.orm.select({ id: tables.users.id }).from(tables.users)).toEqual([{ id: 'u1' }])
  await second.close()
})

test('several processes can make the tables at once', async () => {
  const module = new URL('./index.ts', import.meta.url).href
  const script = `const { openDatabase } = await import('${module}'); await (await openDatabase(process.argv[1])).close()`
  const open = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, file()])
  await Promise.all([open(), open(), open(), open()])
  const database = await openDatabase(file())
  expect(await database.orm.values(sql`select count(*) from __drizzle_migrations`)).toEqual([[journal.entries.length]])
  await database.close()
}, 60_000)

test('a transaction that throws leaves nothing behind', async () => {
  const database = await openDatabase(file())
  const failing = database.transaction(async () => {
    await database.orm.insert(tables.users).values(user('u1'))
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await database.orm.select().from(tables.users)).toEqual([])
  await database.close()
})

test('a query from outside waits for the transaction and does not share its fate', async () => {
  const database = await openDatabase(file())
  const { promise: hold, resolve: release } = Promise.withResolvers<void>()
  const failing = database.transaction(async () => {
    await database.orm.insert(tables.users).values(user('inside'))
    await hold
    throw new Error('no')
  })
  const outside = database.orm.insert(tables.users).values(user('outside')).execute()
  release()
  await expect(failing).rejects.toThrow('no')
  await outside
  expect(await database.orm.select({ id: tables.users.id }).from(tables.users)).toEqual([{ id: 'outside' }])
  await database.close()
})

test('many transactions at once, half of them failing, leave no torn state', async () => {
  const database = await openDatabase(file())
  const pair = (n: number) =>
    database.transaction(async () => {
      await database.orm.insert(tables.users).values(user(`${n}-a`))
      await new Promise((resolve) => setTimeout(resolve, n % 3))
      if (n % 2) throw new Error('forced')
      await database.orm.insert(tables.users).values(user(`${n}-b`))
    })
  await Promise.allSettled(Array.from({ length: 40 }, (_, n) => pair(n)))
  const ids = (await database.orm.select({ id: tables.users.id }).from(tables.users)).map((row) => row.id)
  expect(ids.length).toBe(40)
  expect(ids.filter((id) => Number.parseInt(id, 10) % 2 === 1)).toEqual([])
  await database.close()
})

test('names that differ only by case are one name', async () => {
  const database = await openDatabase(file())
  await database.orm.insert(tables.users).values(user('u1', 'Ada'))
  const error = await database.orm
    .insert(tables.users)
    .values(user('u2', 'ada'))
    .catch((e: unknown) => e)
  expect(isUniqueViolation(error)).toBe(true)
  await database.close()
})

test('a row of nobody is refused', async () => {
  const database = await openDatabase(file())
  const orphan = { id: 's', userId: 'nobody', expiresAt: new Date() }
  await expect(database.orm.insert(tables.sessions).values(orphan).execute()).rejects.toThrow()
  await database.close()
})

test('a full disk is told as such and what was saved stays', async () => {
  const database = await openDatabase(file())
  await database.orm.insert(tables.users).values(user('u1'))
  const [[pages]] = (await database.orm.values(sql`pragma page_count`)) as [[number]]
  await database.orm.values(sql.raw(`pragma max_page_count = ${pages}`))
  const flood = database.transaction(async () => {
    for (let n = 0; n < 50; n++) await database.orm.insert(tables.users).values(user(`${n}-${'x'.repeat(4000)}`))
  })
  await expect(flood).rejects.toMatchObject({
    cause: { code: 'storage-failed', message: expect.stringContaining('the disk is full') },
  })
  expect(await database.orm.select({ id: tables.users.id }).from(tables.users)).toEqual([{ id: 'u1' }])
  await database.close()
})

test('a file that is no database and a folder that cannot be made are refused with the remedy', async () => {
  const text = join(folder, 'text')
  writeFileSync(text, 'not a database, but long enough to be looked at as one. '.repeat(40))
  await expect(openDatabase(text)).rejects.toMatchObject({
    code: 'storage-failed',
    message: `The database ${text} is not a database.`,
    remedy: expect.stringContaining('data folder'),
  })
  await expect(openDatabase(join(text, 'x', 'patchbay.db'))).rejects.toMatchObject({ code: 'storage-failed' })
})
