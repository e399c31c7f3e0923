import { expect, test } from 'vitest'
import { type ServerControl, WINDOW_BYTES } from '../protocol/index.ts'
import { CREDIT_BYTES } from './credit.ts'
import type { Pty } from './pty.ts'
import { Shell, type Viewer } from './shell.ts'

const SIZE = { cols: 80, rows: 24 }
const MIB = 1024 * 1024

/** A program that writes when told to, and knows whether it is paused. */
function fakePty() {
  let emit = (_: Buffer) => {}
  let exit = (_: number) => {}
  const state = { paused: false, size: {} as object, allowed: 0 }
  let taken = (_: number) => {}
  const pty: Pty = {
    onData: (listener) => {
      emit = listener
    },
    onExit: (listener) => {
      exit = listener
    },
    write: (_, onWritten) => {
      taken = onWritten
    },
    resize: (size) => {
      state.size = size
    },
    pause: () => {
      state.paused = true
    },
    resume: () => {
      state.paused = false
    },
    allow: (offset) => {
      state.allowed = offset
    },
    kill: () => {},
  }
  const print = (text: string) => emit(Buffer.from(text))
  return { pty, state, print, exit: (code: number) => exit(code), takes: (count: number) => taken(count) }
}

function start() {
  const program = fakePty()
  return { ...program, shell: new Shell(program.pty, SIZE) }
}

/** A browser that writes down what it gets. */
function browser() {
  const controls: ServerControl[] = []
  const seen = { text: '', controls }
  const viewer: Viewer = {
    bytes: (chunk) => {
      seen.text += chunk.toString()
    },
    control: (message) => {
      controls.push(message)
      if (message.type === 'attached' && message.reset) seen.text = ''
    },
  }
  return Object.assign(viewer, { seen })
}

const arrival = (offset = 0, shell?: string, client = 'c1') => ({ from: offset, shell, client, ...SIZE })
const batch = () => new Promise((resolve) => setTimeout(resolve, 20))

test('a fresh page sees everything since the start, and what comes later', async () => {
  const { shell, print } = start()
  print('before ')
  const viewer = browser()
  shell.attach(viewer, arrival())
  print('after')
  await batch()
  expect(viewer.seen.text).toBe('before after')
  expect(viewer.seen.controls).toMatchObject([{ type: 'attached', offset: 0, live: 7, reset: false, shell: shell.id }])
})

test('who comes back gets only what is missing', async () => {
  const { shell, print } = start()
  print('0123456789')
  const viewer = browser()
  shell.attach(viewer, arrival(6, shell.id))
  expect(viewer.seen.text).toBe('6789')
  expect(viewer.seen.controls).toMatchObject([{ offset: 6, live: 10, reset: false }])
})

test('an offset of another shell, or one that was never reached, starts over', () => {
  const { shell, print } = start()
  print('0123456789')
  for (const [from, of] of [[6, 'another'] as const, [6, undefined] as const, [11, shell.id] as const]) {
    const viewer = browser()
    shell.attach(viewer, arrival(from, of))
    expect(viewer.seen.controls).toMatchObject([{ offset: 0, reset: true }])
    expect(viewer.seen.text).toBe('0123456789')
  }
})

test('output that is no longer kept is replaced by the oldest that is', () => {
  const { shell, print } = start()
  print('x'.repeat(MIB + 10))
  const viewer = browser()
  shell.attach(viewer, arrival())
  expect(viewer.seen.controls).toMatchObject([{ offset: 10, reset: true }])
  expect(viewer.seen.text.length).toBe(WINDOW_BYTES)
})

test('a viewer gets no more than its window until it acknowledges', async () => {
  const { shell, print, state } = start()
  const viewer = browser()
  shell.attach(viewer, arrival())
  print('x'.repeat(WINDOW_BYTES + 100))
  await batch()
  expect(viewer.seen.text.length).toBe(WINDOW_BYTES)
  expect(state.paused).toBe(true)
  shell.acknowledge(viewer, 1000)
  expect(viewer.seen.text.length).toBe(WINDOW_BYTES + 100)
  expect(state.paused).toBe(false)
})

test('the program goes on with nobody looking, and waits again for who comes', async () => {
  const { shell, print, state } = start()
  const viewer = browser()
  shell.attach(viewer, arrival())
  print('x'.repeat(WINDOW_BYTES))
  expect(state.paused).toBe(true)
  shell.detach(viewer)
  expect(state.paused).toBe(false)
  shell.attach(browser(), arrival())
  expect(state.paused).toBe(true)
})

test('output is wanted so far beyond what the fastest browser has on its screen, or beyond all when nobody looks', () => {
  const { shell, print, state } = start()
  print('x'.repeat(1000))
  expect(state.allowed).toBe(1000 + CREDIT_BYTES)
  const [fast, slow] = [browser(), browser()]
  shell.attach(fast, arrival())
  shell.attach(slow, arrival())
  shell.acknowledge(fast, 700)
  shell.acknowledge(slow, 100)
  expect(state.allowed).toBe(700 + CREDIT_BYTES)
  shell.detach(fast)
  shell.detach(slow)
  expect(state.allowed).toBe(1000 + CREDIT_BYTES)
})

test('the fastest of two browsers sets the pace, and the other one starts over when it fell behind', async () => {
  const { shell, print, state } = start()
  const [fast, slow] = [browser(), browser()]
  shell.attach(fast, arrival())
  shell.attach(slow, arrival())
  for (let n = 1; n <= 20; n++) {
    print(String(n % 10).repeat(100_000))
    await batch()
    shell.acknowledge(fast, n * 100_000)
    expect(state.paused).toBe(false)
  }
  expect(fast.seen.text.length).toBe(2_000_000)
  expect(slow.seen.text.length).toBe(WINDOW_BYTES)
  shell.acknowledge(slow, WINDOW_BYTES)
  expect(slow.seen.controls.at(-1)).toMatchObject({ type: 'attached', offset: 2_000_000 - MIB, reset: true })
})

test('a browser that never acknowledges is not started over again and again', async () => {
  const { shell, print } = start()
  const [fast, stuck] = [browser(), browser()]
  shell.attach(fast, arrival())
  shell.attach(stuck, arrival())
  for (let n = 1; n <= 40; n++) {
    print('x'.repeat(100_000))
    await batch()
    shell.acknowledge(fast, n * 100_000)
  }
  expect(stuck.seen.controls.length).toBe(1)
})

test('the end is told after the last byte, and to everybody', async () => {
  const { shell, print, exit } = start()
  const [near, far] = [browser(), browser()]
  shell.attach(near, arrival())
  print('x'.repeat(WINDOW_BYTES + 100))
  await batch()
  shell.acknowledge(near, 1000)
  shell.attach(far, arrival())
  exit(3)
  expect(near.seen.controls.at(-1)).toEqual({ type: 'exit', code: 3 })
  expect(far.seen.controls.at(-1)).toMatchObject({ type: 'attached' })
  shell.acknowledge(far, 1000)
  expect(far.seen.controls.at(-1)).toEqual({ type: 'exit', code: 3 })
  expect(shell.running).toBe(false)
})

test('an editor in front is in front for who comes after a long while, and drawing begins at a seam', () => {
  const { shell, print } = start()
  print('\x1b[?1049h\x1b[?2004h')
  print('é'.repeat(MIB / 2 - 2))
  print('\nseam\r\n')
  const viewer = browser()
  shell.attach(viewer, arrival())
  expect(viewer.seen.controls[0]).toMatchObject({ reset: true, prelude: '\x1b[?1049h\x1b[?2004h' })
  expect(viewer.seen.text.slice(0, 20)).not.toContain('\ufffd')
})

test('input is counted by client: what arrived, and what the program has read', () => {
  const { shell, takes } = start()
  const before = browser()
  shell.attach(before, arrival())
  shell.write(before, Buffer.from('hello'))
  takes(2)
  shell.detach(before)
  const after = browser()
  shell.attach(after, arrival())
  expect(after.seen.controls[0]).toMatchObject({ received: 5, taken: 2 })
  const other = browser()
  shell.attach(other, arrival(0, undefined, 'c2'))
  expect(other.seen.controls[0]).toMatchObject({ received: 0, taken: 0 })
})

test('the screen where somebody types decides on the size', () => {
  const { shell, state } = start()
  const [wide, narrow] = [browser(), browser()]
  shell.attach(wide, { ...arrival(), cols: 200 })
  shell.attach(narrow, { ...arrival(), cols: 40 })
  expect(state.size).toEqual({ cols: 40, rows: 24 })
  shell.write(wide, Buffer.from('x'))
  expect(state.size).toEqual({ cols: 200, rows: 24 })
})
