import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ORIGIN, TestServer } from './test-server.ts'

const SCRIPT = "document.documentElement.dataset.theme = 'dark'"
let server: TestServer

beforeEach(async () => {
  server = await TestServer.start({
    'index.html': `<!doctype html><script>${SCRIPT}</script><script src="/_astro/a.js"></script><h1>Patchbay</h1>`,
    '404.html': '<h1>Not here</h1>',
    '_astro/a.js': 'export {}',
  })
})
afterEach(() => server.stop())

test('the server says when it is well', async () => {
  expect((await server.send('GET', '/api/health')).body).toEqual({ ok: true })
})

test.each([
  ['another site', 'https://evil.example'],
  ['another port of this machine', 'http://localhost:1'],
  ['an opaque page', 'null'],
])('nothing is changed for %s', async (_, origin) => {
  const refused = await server.send('POST', '/api/sign-out', undefined, { origin })
  expect([refused.status, refused.body.error.code]).toEqual([403, 'origin-refused'])
  expect(refused.body.error.message).toContain(ORIGIN)
})

test('a request without an Origin changes nothing either', async () => {
  const answer = await server.app.inject({ method: 'POST', url: '/api/sign-out' })
  expect(answer.statusCode).toBe(403)
})

test('this machine may always come under its own names', async () => {
  const { port } = new URL(server.url)
  for (const name of ['localhost', '127.0.0.1']) {
    expect((await server.send('POST', '/api/sign-out', undefined, { origin: `http://${name}:${port}` })).status).toBe(
      200,
    )
  }
})

test.each([
  [ORIGIN, /^taken/],
  ['https://evil.example', /^HTTP\/1\.1 403/],
  ['', /^HTTP\/1\.1 403/],
])('a WebSocket from %j', async (origin, answer) => {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  const headers = [
    'GET /api/attempts/a1/hosts/host-1/terminal HTTP/1.1',
    'Host: x',
    'Connection: Upgrade',
    'Upgrade: websocket',
  ]
  if (origin) headers.push(`Origin: ${origin}`)
  socket.write(`${headers.join('\r\n')}\r\n\r\n`)
  const text = await new Promise<string>((resolve) => socket.once('data', (data) => resolve(data.toString())))
  socket.destroy()
  expect(text).toMatch(answer)
})

test('a body that is too large, no JSON or of another kind is refused as such', async () => {
  const large = await server.send('POST', '/api/sign-in', { name: 'x'.repeat(20_000) })
  expect(large.body.error).toMatchObject({ code: 'bad-request', message: 'The body is larger than 16 KiB.' })
  for (const type of ['application/json', 'image/png']) {
    const request = { method: 'POST', headers: { origin: ORIGIN, 'content-type': type }, body: '{' }
    const response = await fetch(`${server.url}/api/sign-in`, request)
    expect((await response.json()).error.code).toBe('bad-request')
  }
})

test('an unknown address of the API is told as JSON', async () => {
  const answer = await server.send('GET', '/api/nope?x=1')
  expect([answer.status, answer.body.error]).toEqual([
    404,
    expect.objectContaining({ message: 'There is no GET /api/nope.' }),
  ])
})

test('a fault that nobody foresaw is logged, not told', async () => {
  vi.spyOn(server.attempts, 'start').mockRejectedValue(new Error('secret detail'))
  const answer = await server.send('POST', '/api/labs/names-that-resolve/attempt')
  expect([answer.status, answer.body.error.code]).toEqual([500, 'internal'])
  expect(answer.text).not.toContain('secret detail')
  expect(server.logged.join()).toContain('secret detail')
})

test('the site is served, its built assets for ever, its pages fresh', async () => {
  const page = await server.send('GET', '/')
  expect([page.status, page.text, page.headers.get('cache-control')]).toEqual([
    200,
    expect.stringContaining('<h1>'),
    'no-cache',
  ])
  const asset = await server.send('GET', '/_astro/a.js')
  expect(asset.headers.get('cache-control')).toContain('immutable')
})

test('a page that was compressed when it was built is sent so to whoever takes it', async () => {
  writeFileSync(join(server.parts.siteDir, 'index.html.gz'), gzipSync('<h1>Compressed</h1>'))
  const answer = await server.send('GET', '/', undefined, { 'accept-encoding': 'gzip' })
  expect([answer.headers.get('content-encoding'), answer.text]).toEqual(['gzip', '<h1>Compressed</h1>'])
  expect(answer.headers.get('content-type')).toContain('text/html')
  const plain = await server.send('GET', '/', undefined, { 'accept-encoding': 'identity' })
  expect(plain.text).not.toContain('Compressed')
})

test('an address that the site has not gets its own page', async () => {
  const answer = await server.send('GET', '/no/such/page')
  expect([answer.status, answer.text]).toEqual([404, '<h1>Not here</h1>'])
  expect(answer.headers.get('content-type')).toContain('text/html')
  for (const path of ['/../patchbay.db', '/%2e%2e/patchbay.db', '/..%2fpatchbay.db']) {
    expect((await server.app.inject({ url: path })).statusCode).toBeGreaterThanOrEqual(400)
  }
})

test('pages run their own scripts only, and nobody frames them', async () => {
  const policy = (await server.send('GET', '/')).headers.get('content-security-policy')
  const hash = createHash('sha256').update(SCRIPT).digest('base64')
  expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`)
  expect(policy).toContain("frame-ancestors 'none'")
  for (const path of ['/', '/nope', '/api/health', '/api/nope']) {
    expect((await server.send('GET', path)).headers.get('x-content-type-options')).toBe('nosniff')
  }
})
