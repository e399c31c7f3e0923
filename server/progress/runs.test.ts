import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Database, openDatabase, tables } from '../db/index.ts'
import { createRuns, mergeGuest, type Runs } from './index.ts'

let folder: string
let database: Database
let runs: Runs

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchbay-runs-'))
  database = await openDatabase(join(folder, 'patchbay.db'))
  runs = createRuns(database)
  await database.orm.insert(tables.users).values([
    { id: 'ada', name: 'ada', createdAt: new Date() },
    { id: 'guest', createdAt: new Date() },
  ])
})
afterEach(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

const ask = (id: string, owner = 'ada') => runs.ask({ id, owner, lab: 'names', seed: 1 })
const command = { at: '2026-01-01T00:00:00.000Z', host: 'host-1', command: 'docker ps' }

test('a run is open until its end, and then tells what was done in it', async () => {
  await ask('r1')
  expect(await runs.open()).toMatchObject([{ id: 'r1', owner: 'ada', seed: 1, startedAt: null }])
  await runs.begin('r1')
  await runs.note('r1', {
    passed: [{ task: 'one', at: command.at, replayed: true }],
    replayed: ['one'],
    commands: [command],
  })
  expect(await runs.open()).toMatchObject([{ id: 'r1', startedAt: expect.any(Date), replayed: ['one'] }])
  await runs.end('r1', 'Over.')
  await runs.end('r1', 'Told again.')
  expect(await runs.open()).toEqual([])
  expect(await runs.ended('ada', 'names')).toMatchObject([
    { id: 'r1', reason: 'Over.', commands: [command], passed: [{ task: 'one', replayed: true }] },
  ])
  expect(await runs.ended('guest', 'names')).toEqual([])
  expect(await runs.lives()).toHaveLength(1)
})

test('those who wait are told in the order of asking; who leaves is forgotten', async () => {
  await ask('first')
  await new Promise((resolve) => setTimeout(resolve, 5))
  await ask('second', 'guest')
  expect((await runs.open()).map(({ id }) => id)).toEqual(['first', 'second'])
  await runs.forget('first')
  expect((await runs.open()).map(({ id }) => id)).toEqual(['second'])
})

test('the last five of a lab are kept', async () => {
  for (const id of ['1', '2', '3', '4', '5', '6', '7']) {
    await ask(id)
    await runs.begin(id)
    await new Promise((resolve) => setTimeout(resolve, 2))
    await runs.end(id, '')
  }
  expect((await runs.ended('ada', 'names')).map(({ id }) => id)).toEqual(['7', '6', '5', '4', '3'])
})

test('runs move to the account that a guest signs in to, and go with it', async () => {
  await ask('r1', 'guest')
  await database.transaction(() => mergeGuest(database.orm, 'guest', 'ada'))
  expect(await runs.open()).toMatchObject([{ id: 'r1', owner: 'ada' }])
  await database.orm.delete(tables.users).where(eq(tables.users.id, 'ada'))
  expect(await database.orm.select().from(tables.runs)).toEqual([])
})
