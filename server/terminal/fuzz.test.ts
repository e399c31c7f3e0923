import { readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { Stage } from '../bench/index.ts'
import { openBrowser } from './test-browser.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

/** Rounds of abuse; each opens one connection of each kind. */
const ROUNDS = 12
const MIB = 1024 * 1024
/** What a collector of garbage may still hold. */
const SLACK_MIB = 96

const stage = new Stage()
let guest: { cookie: string; attempt: string }

beforeAll(async () => {
  await stage.start('--guests', '1')
  guest = stage.guests[0]!
})
afterAll(() => stage.remove())

const headers = () => ({ cookie: guest.cookie, origin: stage.origin })
const pathOf = (n: number) => `/api/attempts/${guest.attempt}/hosts/host-1/terminals/${n}`
const address = () => stage.origin.replace('http', 'ws')

async function ticket(n = 1): Promise<string> {
  const response = await fetch(`${stage.origin}${pathOf(n)}/ticket`, { method: 'POST', headers: headers() })
  return ((await response.json()) as { ticket: string }).ticket
}

const open = async (n = 1) => openBrowser(`${address()}${pathOf(n)}?ticket=${await ticket(n)}`, headers())

/** A generator of the same noise in each run. */
function noise(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) % 2 ** 31
    return state / 2 ** 31
  }
}

async function closes(socket: WebSocket): Promise<void> {
  if (socket.readyState === WebSocket.CLOSED) return
  await new Promise((resolve) => socket.once('close', resolve))
}

const abuses: Record<string, (random: () => number) => Promise<void>> = {
  'frames that are noise': async (random) => {
    const { socket } = await open()
    const bytes = Buffer.from(Array.from({ length: 200 }, () => Math.floor(random() * 256)))
    socket.send(bytes, { binary: false })
    await closes(socket)
  },
  'messages that nobody defined, or with fields out of bounds': async (random) => {
    const messages = [
      { type: 'exec', file: 'sh' },
      { type: 'attach', from: -1, client: 'c', cols: 80, rows: 24 },
      { type: 'attach', from: 0, client: 'x'.repeat(65), cols: 80, rows: 24 },
      { type: 'resize', cols: 1e9, rows: 0 },
      { type: 'ack', offset: 0.5 },
      [],
      null,
    ]
    const { socket } = await open()
    socket.send(JSON.stringify(messages[Math.floor(random() * messages.length)]))
    await closes(socket)
  },
  'frames that are far too long': async () => {
    const { socket } = await open()
    socket.send(Buffer.alloc(2 * MIB))
    await closes(socket)
  },
  'messages out of order': async (random) => {
    const browser = await open()
    browser.socket.send(random() < 0.5 ? Buffer.from('ls\r') : '{"type":"ack","offset":5}')
    await closes(browser.socket)
  },
  'offsets that were never sent, and one attach after the other': async () => {
    const browser = await open()
    for (let n = 0; n < 20; n++) browser.attach(1e12, 'no-such-shell')
    browser.send({ type: 'ack', offset: Number.MAX_SAFE_INTEGER })
    await browser.sees('attached')
    browser.socket.terminate()
  },
  'more frames than anybody sends': async () => {
    const browser = (await open()).attach()
    await browser.sees('attached')
    for (let n = 0; n < 6000; n++) browser.send({ type: 'ack', offset: 0 })
    await closes(browser.socket)
    expect(browser.controls.at(-1)).toMatchObject({ code: 'frame-refused' })
  },
  'a connection that is cut in the middle of a frame': async () => {
    const raw = connect(Number(new URL(stage.origin).port), '127.0.0.1')
    const request = [
      `GET ${pathOf(1)}?ticket=${await ticket()} HTTP/1.1`,
      `Host: ${new URL(stage.origin).host}`,
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      'Sec-WebSocket-Version: 13',
      `Origin: ${stage.origin}`,
      `Cookie: ${guest.cookie}`,
    ]
    raw.write(`${request.join('\r\n')}\r\n\r\n`)
    await new Promise((resolve) => raw.once('data', resolve))
    // A binary frame that announces 100 bytes and brings ten.
    raw.write(Buffer.concat([Buffer.from([0x82, 0x80 | 100, 1, 2, 3, 4]), Buffer.alloc(10)]))
    raw.destroy()
  },
  'a browser that reads nothing of a flood': async () => {
    const browser = (await open(2)).attach()
    await browser.sees('attached')
    browser.acknowledges = false
    browser.type('\rseq 1 300000\r')
    browser.socket.pause()
    await new Promise((resolve) => setTimeout(resolve, 50))
    browser.socket.terminate()
  },
  'an upgrade without a ticket, or with one that was used': async (random) => {
    const used = await ticket()
    const first = await openBrowser(`${address()}${pathOf(1)}?ticket=${used}`, headers())
    const again = await openBrowser(`${address()}${pathOf(1)}?ticket=${random() < 0.5 ? used : ''}`, headers())
    expect(await again.closed()).toBe(4403)
    first.socket.terminate()
  },
}

interface Held {
  files: number
  mib: number
}

/** What the server and the keeper hold. */
function held(): Held {
  const files = stage.pids.map((pid) => readdirSync(`/proc/${pid}/fd`).length)
  const memory = stage.pids.map((pid) =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]),
  )
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
  return { files: sum(files), mib: sum(memory) / 1024 }
}

async function abuse(round: number): Promise<void> {
  const random = noise(round + 1)
  await Promise.all(Object.values(abuses).map((one) => one(random)))
}

test('whatever comes over the wire, others go on, and files and memory return to where they were', async () => {
  const witness = (await open(3)).attach()
  await witness.sees('root@host-1')
  // The first rounds start what stays: shells, buffers of their full size.
  for (let round = 0; round < 3; round++) await abuse(round)
  const before = held()
  for (let round = 3; round < ROUNDS; round++) await abuse(round)
  await expect.poll(() => held().files, { timeout: 30_000 }).toBeLessThanOrEqual(before.files + 2)
  expect(held().mib).toBeLessThan(before.mib + SLACK_MIB)
  witness.type('echo still-$((40+2))\r')
  await witness.sees('still-42')
})
