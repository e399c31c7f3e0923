import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Database, openDatabase, tables } from '../db/index.ts'
import { createProgress, type Progress } from './index.ts'

const seen = (observed: string) => [
  { check: 'network', outcome: 'pass' as const, expected: '', observed, evidence: '' },
]

let folder: string
let database: Database
let progress: Progress

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchbay-progress-'))
  database = await openDatabase(join(folder, 'patchbay.db'))
  progress = createProgress(database)
  await database.orm.insert(tables.users).values([
    { id: 'ada', createdAt: new Date() },
    { id: 'grace', createdAt: new Date() },
  ])
})
afterEach(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

test('a learner who passed nothing has an empty progress', async () => {
  expect(await progress.progressOf('ada')).toEqual({ labs: [] })
})

test('passed tasks and completed labs come back by lab, and belong to one learner', async () => {
  const first = await progress.recordPassed('ada', 'names', 'same-network', seen('a'))
  const second = await progress.recordPassed('ada', 'names', 'resolves', seen('b'))
  const completedAt = await progress.recordCompleted('ada', 'names')
  await progress.recordPassed('ada', 'mtu', 'ping', [])
  await progress.recordPassed('grace', 'mtu', 'other', [])
  const { labs } = await progress.progressOf('ada')
  expect(labs.find((lab) => lab.lab === 'names')).toEqual({
    lab: 'names',
    completedAt,
    tasks: expect.arrayContaining([
      { task: 'same-network', passedAt: first, withSolution: false },
      { task: 'resolves', passedAt: second, withSolution: false },
    ]),
    solutionsShown: [],
  })
  expect(labs.find((lab) => lab.lab === 'mtu')).toMatchObject({ completedAt: null, tasks: [{ task: 'ping' }] })
})

test('the first time and its evidence stay, however often it is told again', async () => {
  const first = await progress.recordPassed('ada', 'names', 'resolves', seen('first'))
  const completed = await progress.recordCompleted('ada', 'names')
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(await progress.recordPassed('ada', 'names', 'resolves', seen('second'))).toBe(first)
  expect(await progress.recordCompleted('ada', 'names')).toBe(completed)
  expect((await database.orm.select().from(tables.passedTasks)).map((row) => row.evidence)).toEqual([seen('first')])
})

test('a solution that was shown stands in the evidence of what is passed afterwards, and of nothing passed before', async () => {
  await progress.recordPassed('ada', 'names', 'before', seen('own work'))
  for (const task of ['before', 'after', 'open']) await progress.recordSolutionShown('ada', 'names', task)
  await progress.recordSolutionShown('ada', 'names', 'after')
  await progress.recordPassed('ada', 'names', 'after', seen('copied'))
  const { labs } = await progress.progressOf('ada')
  expect(labs[0]?.solutionsShown.sort()).toEqual(['after', 'before', 'open'])
  expect(labs[0]?.tasks.map(({ task, withSolution }) => [task, withSolution]).sort()).toEqual([
    ['after', true],
    ['before', false],
  ])
  const rows = await database.orm.select().from(tables.passedTasks)
  const evidence = rows.find(({ task }) => task === 'after')?.evidence.map(({ observed }) => observed)
  expect(evidence).toEqual(['copied', 'solution shown'])
})
