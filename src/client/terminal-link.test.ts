import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ACK_EVERY_BYTES, type ServerControl } from '../../server/protocol/index.ts'
import { type LinkState, TerminalLink } from './terminal-link.ts'

/** A WebSocket whose other end is the test. */
class FakeSocket extends EventTarget {
  static readonly OPEN = 1
  static all: FakeSocket[] = []
  readyState = 0
  binaryType = ''
  sent: (string | Uint8Array)[] = []
  readonly url: string
  constructor(url: string) {
    super()
    this.url = url
    FakeSocket.all.push(this)
  }
  send(data: string | Uint8Array): void {
    this.sent.push(data)
  }
  close(): void {
    this.readyState = 3
  }
  opens(): void {
    this.readyState = FakeSocket.OPEN
    this.dispatchEvent(new Event('open'))
  }
  tells(message: ServerControl): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }))
  }
  prints(bytes: number): void {
    this.dispatchEvent(new MessageEvent('message', { data: new ArrayBuffer(bytes) }))
  }
  breaks(): void {
    this.dispatchEvent(new Event('close'))
  }
  get controls(): unknown[] {
    return this.sent.filter((data) => typeof data === 'string').map((data) => JSON.parse(data))
  }
  get input(): Uint8Array[] {
    return this.sent.filter((data) => typeof data !== 'string')
  }
}

const size = { cols: 80, rows: 24 }
let written: (() => void)[]
let clears: number
let tickets: number
let answer: () => Response
let states: LinkState[]
let link: TerminalLink
const socket = () => FakeSocket.all.at(-1)!
const attached = (offset = 0, change: Partial<Extract<ServerControl, { type: 'attached' }>> = {}) =>
  socket().tells({
    type: 'attached',
    offset,
    live: offset,
    reset: false,
    shell: 's1',
    prelude: '',
    received: 0,
    taken: 0,
    ...change,
  })

const draws = () => {
  for (const done of written.splice(0)) done()
}

beforeEach(async () => {
  vi.useFakeTimers()
  vi.stubGlobal('WebSocket', FakeSocket)
  answer = () => Response.json({ ticket: `t${++tickets}` })
  vi.stubGlobal('fetch', async () => answer())
  tickets = 0
  FakeSocket.all = []
  written = []
  states = []
  clears = 0
  const screen = {
    write: (_: Uint8Array, done: () => void) => written.push(done),
    reset: () => clears++,
    size: () => size,
  }
  link = new TerminalLink('/terminal', screen, (state) => states.push(state))
  await link.open()
  socket().opens()
})

afterEach(() => {
  link.close()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('a terminal link', () => {
  it('attaches from the beginning on a fresh page', async () => {
    expect(socket().controls).toEqual([{ type: 'attach', from: 0, client: expect.any(String), ...size }])
  })

  it('acknowledges at once every 32 KiB that is on screen, and a rest after a pause', async () => {
    attached()
    socket().prints(ACK_EVERY_BYTES)
    socket().prints(10)
    expect(socket().controls).toHaveLength(1)
    draws()
    expect(socket().controls.at(-1)).toEqual({ type: 'ack', offset: ACK_EVERY_BYTES })
    vi.advanceTimersByTime(100)
    expect(socket().controls.at(-1)).toEqual({ type: 'ack', offset: ACK_EVERY_BYTES + 10 })
  })

  it('comes back to the same shell at the same offset', async () => {
    attached()
    socket().prints(500)
    socket().breaks()
    expect(states.at(-1)).toEqual({ kind: 'reconnecting' })
    await vi.advanceTimersByTimeAsync(300)
    socket().opens()
    expect(FakeSocket.all).toHaveLength(2)
    expect(socket().controls).toEqual([{ type: 'attach', from: 500, shell: 's1', client: expect.any(String), ...size }])
    attached(500)
    expect(clears).toBe(0)
    expect(states.at(-1)).toEqual({ kind: 'open' })
  })

  it('clears the screen for a new shell and acknowledges nothing of the old one', async () => {
    attached()
    socket().prints(ACK_EVERY_BYTES)
    attached(0, { reset: true, shell: 's2' })
    expect(clears).toBe(1)
    draws()
    vi.advanceTimersByTime(100)
    expect(socket().controls).toHaveLength(1)
  })

  it('shows a ticket of its own with each connection', async () => {
    socket().breaks()
    await vi.advanceTimersByTimeAsync(300)
    expect(FakeSocket.all.map(({ url }) => url)).toEqual(['/terminal?ticket=t1', '/terminal?ticket=t2'])
  })

  it('tries again while no ticket can be had, and stops when there never will be one', async () => {
    const refuse = (status: number, code: string) => () =>
      Response.json({ error: { code, message: 'No.', remedy: 'Do.' } }, { status })
    answer = refuse(503, 'attempt-not-ready')
    socket().breaks()
    await vi.advanceTimersByTimeAsync(300)
    expect(states.at(-1)).toEqual({ kind: 'reconnecting' })
    answer = refuse(404, 'attempt-unknown')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(states.at(-1)).toMatchObject({ kind: 'refused', refusal: { remedy: 'Do.' } })
    expect(FakeSocket.all).toHaveLength(1)
  })

  it('sends keys again that were lost with the connection, and only those', async () => {
    attached()
    for (const key of 'pwd') link.input(key)
    socket().breaks()
    await vi.advanceTimersByTimeAsync(300)
    socket().opens()
    attached(0, { received: 1, taken: 1 })
    expect(socket().input.map((frame) => new TextDecoder().decode(frame))).toEqual(['w', 'd'])
  })

  it('sends what was typed while away once the shell is back', async () => {
    attached()
    socket().breaks()
    link.input('ls\n')
    await vi.advanceTimersByTimeAsync(300)
    socket().opens()
    expect(socket().input).toEqual([])
    attached()
    expect(socket().input.map((frame) => new TextDecoder().decode(frame))).toEqual(['ls\n'])
  })

  it('knows that old output is drawn again until what is live', async () => {
    attached(0, { live: 100 })
    socket().prints(100)
    expect(link.replaying).toBe(true)
    draws()
    expect(link.replaying).toBe(false)
  })

  it('starts a new shell with the next key after an exit', async () => {
    attached()
    socket().tells({ type: 'exit', code: 3 })
    expect(states.at(-1)).toEqual({ kind: 'exited', code: 3 })
    link.input('\r')
    expect(socket().controls.at(-1)).toMatchObject({ type: 'attach', shell: 's1' })
    expect(socket().input).toEqual([])
  })

  it('waits longer from try to try', async () => {
    const tries = () => FakeSocket.all.length
    socket().breaks()
    await vi.advanceTimersByTimeAsync(250)
    expect(tries()).toBe(2)
    socket().breaks()
    await vi.advanceTimersByTimeAsync(250)
    expect(tries()).toBe(2)
    await vi.advanceTimersByTimeAsync(250)
    expect(tries()).toBe(3)
  })

  it('stops at a refusal that does not pass by itself, and shows its remedy', async () => {
    socket().tells({ type: 'error', code: 'attempt-unknown', message: 'No such lab.', remedy: 'Start it again.' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(FakeSocket.all).toHaveLength(1)
    expect(states.at(-1)).toMatchObject({
      kind: 'refused',
      refusal: { message: 'No such lab.', remedy: 'Start it again.' },
    })
  })

  it('tries again by itself after a refusal that passes', async () => {
    socket().tells({ type: 'error', code: 'terminal-unreachable', message: 'Gone.', remedy: 'Wait.' })
    socket().breaks()
    await vi.advanceTimersByTimeAsync(300)
    expect(FakeSocket.all).toHaveLength(2)
  })
})
