import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { Problem } from '../errors/index.ts'
import type { AttemptView } from '../protocol/index.ts'
import { createGateway, type Gateway } from './gateway.ts'
import { connectKeeper, type Keeper } from './keeper-client.ts'
import { openBrowser } from './test-browser.ts'

// A busy machine takes its time to start processes.
vi.setConfig({ testTimeout: 60_000 })

const bash = { file: 'env', args: ['PS1=ready> ', 'bash', '--norc', '--noprofile'] }
/** Cookies in this test are account ids; `late` is a session that is over. */
const accounts = {
  identify: async (cookie: string | undefined) => ({
    account: cookie && cookie !== 'late' ? { id: cookie, guest: true, name: '' } : null,
    expired: cookie === 'late',
    sessionId: '',
  }),
}
const touched: string[] = []
const attempts = {
  touch: (id: string) => void touched.push(id),
  view: () => ({}) as AttemptView,
  shell: (id: string, owner: string, host: string) => {
    if (owner !== 'ada') throw new Problem('attempt-unknown', `There is no running lab ${id}.`)
    if (host !== 'host-1') throw new Problem('host-unknown', `The lab has no host ${host}.`)
    return bash
  },
}

let runDir: string
let keeper: Keeper
let running: { server: Server; gateway: Gateway; url: string }

async function serve() {
  const gateway = createGateway({ keeper, accounts, attempts, log: { error: () => {} } })
  const server = createServer().on('upgrade', gateway.upgrade)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { server, gateway, url: `ws://127.0.0.1:${port}/api/attempts` }
}

async function stop() {
  running.gateway.close()
  await new Promise((resolve) => running.server.close(resolve))
}

const keeperPid = () =>
  Number([...readFileSync(join(runDir, 'keeper.log'), 'utf8').matchAll(/\[(\d+)\] listens/g)].at(-1)?.[1])
const claim = { host: 'host-1', n: 1, owner: 'ada', address: '127.0.0.1' }
const ticketFor = (attempt: string) => running.gateway.ticket({ ...claim, attempt }).ticket
const open = (attempt: string, cookie = 'ada', host = 'host-1', ticket = ticketFor(attempt)) =>
  openBrowser(`${running.url}/${attempt}/hosts/${host}/terminals/1?ticket=${ticket}`, cookie ? { cookie } : {})

beforeAll(async () => {
  runDir = mkdtempSync(join(tmpdir(), 'patchbay-gateway-'))
  keeper = await connectKeeper(runDir)
  running = await serve()
})
beforeEach(() => {
  touched.length = 0
})
afterAll(async () => {
  await stop()
  process.kill(keeperPid())
  rmSync(runDir, { recursive: true })
})

test('the owner of a lab gets its shell, and typing keeps the lab awake', async () => {
  const browser = (await open('a1')).attach()
  await browser.sees(/ready> $/)
  expect(touched).toEqual([])
  for (const key of 'echo hello\r') browser.type(key)
  await browser.sees(/[^ ]hello\r\n/)
  expect(touched).toEqual(['a1'])
})

test.each([
  ['nobody', 'a2', '', 'host-1', 4401, 'not-signed-in'],
  ['an expired session', 'a2', 'late', 'host-1', 4401, 'session-expired'],
  ['somebody else', 'a2', 'eve', 'host-1', 4404, 'attempt-unknown'],
  ['an unknown host', 'a2', 'ada', 'host-9', 4404, 'host-unknown'],
])('%s is told so and gets no shell', async (_, attempt, cookie, host, closeCode, code) => {
  const browser = await open(attempt, cookie, host)
  browser.attach()
  expect(await browser.closed()).toBe(closeCode)
  expect(browser.controls).toMatchObject([{ type: 'error', code, remedy: expect.any(String) }])
  expect((await keeper.list()).map((shell) => shell.key)).not.toContain(`${attempt}/${host}/1`)
})

test('a frame that is not one of ours is refused in words; the server stays up', async () => {
  const browser = await open('a3')
  browser.socket.send('{"type":"rm"}')
  expect(await browser.closed()).toBe(1008)
  expect(browser.controls).toMatchObject([{ code: 'frame-refused' }])
  const next = (await open('a3')).attach()
  await next.sees(/ready> $/)
})

test('a restarted server finds the shell and the screen as they were', async () => {
  const before = (await open('a4')).attach()
  await before.sees(/ready> $/)
  before.type('x=kept; echo marker\r')
  await before.sees(/[^ ]marker\r\n.*ready> $/s)
  await stop()
  expect(await before.closed()).toBe(1012)
  running = await serve()
  const after = (await open('a4')).attach()
  await after.sees(before.text)
  expect(after.shell).toBe(before.shell)
  after.type('echo still-$x\r')
  await after.sees('still-kept')
})

test('output that is acknowledged but never read ends that connection only', async () => {
  const greedy = (await open('a5')).attach()
  await greedy.sees(/ready> $/)
  greedy.type('yes\r')
  greedy.socket.pause()
  const lie = setInterval(() => greedy.send({ type: 'ack', offset: 1e9 }), 2)
  const viewers = async () => (await keeper.list()).find((shell) => shell.key === 'a5/host-1/1')?.viewers
  await expect.poll(viewers, { timeout: 10_000 }).toBe(0)
  clearInterval(lie)
  greedy.socket.terminate()
  await keeper.closeShells('a5')
}, 15_000)

test('when the keeper dies, the browser is told, and comes back to a new shell', async () => {
  const before = (await open('a6')).attach()
  await before.sees(/ready> $/)
  process.kill(keeperPid(), 'SIGKILL')
  expect(await before.closed()).toBe(4503)
  expect(before.controls.at(-1)).toMatchObject({ type: 'error', code: 'terminal-unreachable' })
  const after = (await open('a6')).attach(before.offset, before.shell)
  await after.sees(/ready> $/)
  expect(after.controls[0]).toMatchObject({ type: 'attached', offset: 0, reset: true })
})
