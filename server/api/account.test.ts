import { afterEach, beforeEach, expect, test } from 'vitest'
import { TestServer } from './test-server.ts'

const ada = { name: 'ada', password: 'correct horse' }
let server: TestServer

beforeEach(async () => {
  server = await TestServer.start()
})
afterEach(() => server.stop())

test('nobody has no account until a lab is started', async () => {
  expect((await server.send('GET', '/api/account')).body).toEqual({ account: null })
  await server.send('POST', '/api/labs/names-that-resolve/attempt')
  expect((await server.send('GET', '/api/account')).body).toMatchObject({ account: { guest: true, name: '' } })
})

test('sign up, out and in again', async () => {
  const { account } = (await server.send('POST', '/api/sign-up', ada)).body
  expect(account).toMatchObject({ guest: false, name: 'ada' })
  expect((await server.send('POST', '/api/sign-out')).body).toEqual({ account: null })
  expect((await server.send('GET', '/api/account')).body).toEqual({ account: null })
  expect((await server.send('POST', '/api/sign-in', ada)).body).toEqual({ account })
  expect((await server.send('GET', '/api/account')).body).toEqual({ account })
})

test('what a guest passed and what still runs moves to the account', async () => {
  const { account } = (await server.send('POST', '/api/sign-up', ada)).body
  await server.send('POST', '/api/sign-out')
  const attempt = (await server.send('POST', '/api/labs/names-that-resolve/attempt')).body
  const guest = (await server.send('GET', '/api/account')).body.account
  await server.parts.progress.recordPassed(guest.id, 'names-that-resolve', 'veth', [])
  await server.send('POST', '/api/sign-in', ada)
  expect((await server.send('GET', '/api/progress')).body).toMatchObject({ labs: [{ tasks: [{ task: 'veth' }] }] })
  expect((await server.send('GET', `/api/attempts/${attempt.id}`)).body.id).toBe(attempt.id)
  expect(server.attempts.all.get(attempt.id)?.owner).toBe(account.id)
})

test('every mistake of a form is told at once, and no password is repeated', async () => {
  const { status, body } = await server.send('POST', '/api/sign-up', { name: 'a b', password: 'short' })
  expect(status).toBe(400)
  expect(body.error).toMatchObject({
    code: 'bad-request',
    message:
      'name: expected 3 to 32 letters, digits, ".", "_" or "-", found "a b"; password: expected 10 to 200 characters, found 5 characters',
    remedy: expect.any(String),
  })
})

test.each([[{}], ['text'], [[]], [{ name: 1, password: null }]])(
  'a body that is no form is refused: %j',
  async (body) => {
    expect((await server.send('POST', '/api/sign-in', body)).body.error.code).toBe('bad-request')
  },
)

test('a taken name and a wrong password are refused with what to do', async () => {
  await server.send('POST', '/api/sign-up', ada)
  const taken = await server.send('POST', '/api/sign-up', ada)
  expect([taken.status, taken.body.error.code]).toEqual([409, 'name-taken'])
  const wrong = await server.send('POST', '/api/sign-in', { ...ada, password: 'no' })
  expect([wrong.status, wrong.body.error.code]).toEqual([401, 'wrong-password'])
})

test('an expired session is told once, forgotten, and the next lab begins as a new guest', async () => {
  server.cookie = 'patchbay_session=gone'
  expect((await server.send('GET', '/api/account')).body).toEqual({ account: null })
  expect((await server.send('GET', '/api/progress')).body).toEqual({ labs: [] })
  const start = () => server.send('POST', '/api/labs/names-that-resolve/attempt')
  const refused = await start()
  expect([refused.status, refused.body.error.code]).toEqual([401, 'session-expired'])
  expect(server.cookie).toBe('')
  expect((await start()).status).toBe(201)
})

test('signing in works with an expired session in the cookie', async () => {
  await server.send('POST', '/api/sign-up', ada)
  server.cookie = 'patchbay_session=gone'
  expect((await server.send('POST', '/api/sign-in', ada)).status).toBe(200)
})

test('guessing a password stops after ten times a minute, for that name only', async () => {
  const guess = (name: string) => server.send('POST', '/api/sign-in', { name, password: 'guess' })
  for (let n = 0; n < 10; n++) expect((await guess('ada')).status).toBe(401)
  const refused = await guess('ADA')
  expect([refused.status, refused.body.error.code]).toEqual([429, 'too-many-requests'])
  expect(refused.headers.get('retry-after')).toMatch(/^\d+$/)
  expect((await guess('grace')).status).toBe(401)
})
