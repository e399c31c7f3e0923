import { afterEach, beforeEach, expect, test } from 'vitest'
import { ORIGIN, TestServer } from './test-server.ts'

const LAB = '/api/labs/names-that-resolve'
let server: TestServer

beforeEach(async () => {
  server = await TestServer.start()
})
afterEach(() => server.stop())

const start = async () => (await server.send('POST', `${LAB}/attempt`)).body.id as string
const owner = () => [...server.attempts.all.values()][0]!.owner

/** The event stream as text, as far as it has come. */
async function events(id: string) {
  const abort = new AbortController()
  const headers = { origin: ORIGIN, cookie: server.cookie }
  const response = await fetch(`${server.url}/api/attempts/${id}/events`, { headers, signal: abort.signal })
  const seen = { response, text: '', ended: false, leave: () => abort.abort() }
  const read = async () => {
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) seen.text += chunk
    seen.ended = true
  }
  read().catch(() => {})
  return seen
}

test('labs are listed and shown', async () => {
  expect((await server.send('GET', '/api/labs')).body).toEqual(server.parts.labs())
  expect((await server.send('GET', LAB)).body.title).toBe('Names that resolve')
  expect((await server.send('GET', '/api/labs/nope')).body.error).toMatchObject({ code: 'lab-unknown' })
})

test('a lab starts without an account, and is found again by who started it only', async () => {
  expect((await server.send('GET', `${LAB}/attempt`)).body).toEqual({ attempt: null })
  const id = await start()
  expect((await server.send('GET', `${LAB}/attempt`)).body.attempt.id).toBe(id)
  server.cookie = ''
  await start()
  const foreign = await server.send('GET', `/api/attempts/${id}`)
  expect([foreign.status, foreign.body.error.code]).toEqual([404, 'attempt-unknown'])
})

test('an unknown lab makes no guest', async () => {
  expect((await server.send('POST', '/api/labs/nope/attempt')).status).toBe(404)
  expect(server.cookie).toBe('')
})

test('without a session an attempt is nobody`s', async () => {
  const id = await start()
  server.cookie = ''
  const refused = await server.send('GET', `/api/attempts/${id}`)
  expect([refused.status, refused.body.error.code]).toEqual([401, 'not-signed-in'])
})

test('answer, reset and stop reach the attempt', async () => {
  const id = await start()
  const answered = await server.send('POST', `/api/attempts/${id}/answers`, { task: 'veth', text: 'veth12' })
  expect(answered.body.detail).toBe('veth=veth12')
  expect((await server.send('POST', `/api/attempts/${id}/reset`)).body).toMatchObject({
    state: 'resetting',
    detail: '',
  })
  const continued = await server.send('POST', `/api/attempts/${id}/reset`, { task: 'veth' })
  expect(continued.body).toMatchObject({ state: 'resetting', detail: 'veth' })
  expect((await server.send('POST', `/api/attempts/${id}/extend`)).body.extension).toBe(0)
  expect((await server.send('POST', `/api/attempts/${id}/tasks/veth/verify`)).body.detail).toBe('verified veth')
  const stopped = await server.send('DELETE', `/api/attempts/${id}`)
  expect([stopped.status, stopped.text]).toEqual([204, ''])
  expect((await server.send('GET', `/api/attempts/${id}`)).status).toBe(404)
})

test('an answer without its task, or beyond all length, is refused', async () => {
  const id = await start()
  const refused = await server.send('POST', `/api/attempts/${id}/answers`, { text: 'x'.repeat(2000) })
  expect(refused.body.error.message).toMatch(/task: .*; text: /)
})

test('more than twenty starts a minute have to wait', async () => {
  for (let n = 0; n < 21; n++) await start()
  expect((await server.send('POST', `${LAB}/attempt`)).status).toBe(429)
})

test('the events begin with how it is and follow every change until the end', async () => {
  const id = await start()
  const stream = await events(id)
  expect(stream.response.headers.get('content-type')).toBe('text/event-stream')
  await expect.poll(() => stream.text).toMatch(/^event: attempt\ndata: \{.*"state":"ready".*\}\n\n$/)
  server.attempts.change(id, owner(), { detail: 'changed' })
  await expect.poll(() => stream.text).toContain('"detail":"changed"')
  await server.send('DELETE', `/api/attempts/${id}`)
  await expect.poll(() => stream.ended).toBe(true)
  expect(stream.text.match(/^event: attempt$/gm)?.length).toBe(3)
})

test('who leaves is no longer told', async () => {
  const id = await start()
  const stream = await events(id)
  const watchers = () => server.attempts.all.get(id)!.watchers.size
  await expect.poll(watchers).toBe(1)
  stream.leave()
  await expect.poll(watchers).toBe(0)
})

test('events of somebody else`s attempt are refused', async () => {
  const id = await start()
  server.cookie = ''
  await start()
  expect((await server.send('GET', `/api/attempts/${id}/events`)).body.error.code).toBe('attempt-unknown')
})

test('an open event stream does not keep the server from closing', async () => {
  const stream = await events(await start())
  await expect.poll(() => stream.text).not.toBe('')
  const before = performance.now()
  await server.app.close()
  expect(performance.now() - before).toBeLessThan(1000)
})
