import { afterEach, beforeEach, expect, test } from 'vitest'
import { TestServer } from './test-server.ts'

const LAB = 'names-that-resolve'
const ada = { name: 'ada', password: 'correct horse' }
const seen = {
  check: 'network',
  outcome: 'pass' as const,
  expected: 'a bridge',
  observed: 'app-net',
  evidence: 'docker',
}
const command = { at: '2026-01-01T00:00:00.000Z', host: 'host-1', command: 'docker ps' }
let server: TestServer

beforeEach(async () => {
  server = await TestServer.start()
})
afterEach(() => server.stop())

const record = () => server.send('GET', '/api/account/record')

/** A guest who passed a task, had another one's solution shown, ended a run and answered a question. */
async function learn(): Promise<string> {
  await server.send('POST', `/api/labs/${LAB}/attempt`)
  const { id } = (await server.send('GET', '/api/account')).body.account
  const { progress, runs } = server.parts
  await progress.recordPassed(id, LAB, 'veth', [seen])
  await progress.recordSolutionShown(id, LAB, 'other')
  await progress.recordPassed(id, LAB, 'other', [])
  await progress.recordCompleted(id, LAB)
  await runs.ask({ id: 'r1', owner: id, lab: LAB, seed: 1 })
  await runs.begin('r1')
  await runs.note('r1', { passed: [], replayed: [], commands: [command] })
  await runs.end('r1', 'Over.')
  await server.send('POST', '/api/practice/reviews', { question: 'embedded-dns', rating: 'good', hit: ['dockerd'] })
  return id
}

test('who asks is told everything that is kept: passes with evidence, runs, practice', async () => {
  await learn()
  const { status, body } = await record()
  expect(status).toBe(200)
  expect(body).toMatchObject({
    account: { guest: true },
    since: expect.any(String),
    completed: [{ lab: LAB }],
    solutionsShown: [{ lab: LAB, task: 'other' }],
    runs: [{ id: 'r1', lab: LAB, reason: 'Over.', commands: [command] }],
    practice: { cards: [{ question: 'embedded-dns' }], reviews: [{ rating: 'good' }], mocks: [] },
  })
  const passed = Object.fromEntries(body.passed.map((one: { task: string }) => [one.task, one]))
  expect(passed.veth).toMatchObject({ withSolution: false, evidence: [seen] })
  expect(passed.other).toMatchObject({ withSolution: true, evidence: [] })
})

test('nobody has no record, and nobody gets that of another', async () => {
  expect((await record()).body.error.code).toBe('not-signed-in')
  await learn()
  server.cookie = ''
  await server.send('POST', '/api/sign-up', ada)
  expect((await record()).body).toMatchObject({ account: { name: 'ada' }, passed: [], runs: [] })
})

test('deleting ends the labs that run and leaves nothing: not the progress, not the session, not the name', async () => {
  const guest = await learn()
  await server.send('POST', '/api/sign-up', ada)
  expect(server.attempts.running(LAB, guest)).toBeDefined()
  const kept = server.cookie
  expect((await server.send('DELETE', '/api/account')).body).toEqual({ account: null })
  expect(server.cookie).toBe('')
  expect(server.attempts.running(LAB, guest)).toBeUndefined()
  expect(await server.parts.progress.learntBy(guest)).toBeUndefined()
  expect(await server.parts.runs.ended(guest)).toEqual([])
  expect((await server.parts.practice.allOf(guest)).cards).toEqual([])
  server.cookie = kept
  expect((await record()).body.error.code).toBe('session-expired')
  server.cookie = ''
  expect((await server.send('POST', '/api/sign-in', ada)).status).toBe(401)
  expect((await server.send('POST', '/api/sign-up', ada)).status).toBe(200)
})

test('a page of another site cannot delete anything', async () => {
  await learn()
  const refused = await server.send('DELETE', '/api/account', undefined, { origin: 'https://evil.example' })
  expect([refused.status, refused.body.error.code]).toEqual([403, 'origin-refused'])
  expect((await record()).status).toBe(200)
})
