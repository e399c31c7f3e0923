import xterm, { type Terminal } from '@xterm/xterm'
import { expect, test } from 'vitest'
import { emulatorOf } from './terminal-emulator.ts'
import { type FrameShare, TerminalFeed } from './terminal-feed.ts'

const SIZE = { cols: 40, rows: 10, scrollback: 50 }
const newTerminal = () => new xterm.Terminal({ allowProposedApi: true, ...SIZE })
const bytes = (text: string) => new TextEncoder().encode(text)
const lines = (count: number, text = 'line') => Array.from({ length: count }, (_, n) => `${text} ${n}\r\n`).join('')

/** A number from 0 to 1 for each call, the same ones for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return state / 2 ** 32
  }
}

/** Time is left in a frame as `isLeft` says; the next one comes soon. */
const frames = (isLeft: () => boolean): FrameShare => ({
  take: () => {},
  isLeft,
  whenNext: (work) => void setTimeout(work, 1),
})

/** Counts what reaches the terminal. */
function counted(term: Terminal) {
  const emulator = emulatorOf(term, false)
  const count = { bytes: 0 }
  return {
    count,
    emulator: Object.create(emulator, {
      write: {
        value: (slice: Uint8Array, done: () => void) => {
          count.bytes += slice.length
          emulator.write(slice, done)
        },
      },
    }) as typeof emulator,
  }
}

function fed(feed: TerminalFeed, chunks: Uint8Array[]): Promise<unknown> {
  return Promise.all(chunks.map((chunk) => new Promise<void>((resolve) => feed.write(chunk, resolve))))
}

function pieces(all: Uint8Array, random: () => number): Uint8Array[] {
  const chunks = []
  for (let at = 0; at < all.length; ) {
    const length = 1 + Math.floor(random() ** 3 * 30_000)
    chunks.push(all.slice(at, at + length))
    at += length
  }
  return chunks
}

/** All that can be seen, here or by scrolling, and where the next character goes. */
function stateOf({ buffer, modes }: Terminal) {
  const { active } = buffer
  const rows = Array.from({ length: active.length }, (_, row) => {
    const line = active.getLine(row)!
    const cells = Array.from({ length: SIZE.cols }, (_, column) => line.getCell(column)!)
    const looks = cells.map((cell) => [cell.getFgColor(), cell.getBgColor(), cell.isBold(), cell.isInverse()].join())
    return [line.isWrapped, line.translateToString(), [...new Set(looks)].join(' ')].join('|')
  })
  return { rows, type: active.type, cursor: [active.cursorX, active.cursorY, active.baseY], modes }
}

const written = (term: Terminal, all: Uint8Array | string) => new Promise<void>((resolve) => term.write(all, resolve))

/** What changes how later text is drawn, ended or not. */
const SPICE = [
  '\x1b[1;31m',
  '\x1b[0m',
  '\x1b[44m',
  '\x1b[3;7r',
  '\x1b[2;9r\x1b[5;1H',
  '\x1b[r',
  '\x1b[?6h',
  '\x1b[4h',
  '\x1b[?7l',
  '\x1b[?7h',
  '\x1b[?1049h',
  '\x1b[?1049l',
  '\x1b]0;a title that ends\x07',
  '\x1b]0;a title that goes on ',
  '\x1bPq goes on ',
  '\x1b\\',
  '\x07',
  '\x1b[',
  '\x1b',
  '\u009b',
  '\u009d0;',
  '\u009c',
  '\x18',
  '\x0e',
  '\x0f',
  '\x1b(0',
  '\x1b(B',
  'grün → 漢字 👩‍💻',
  '\x1b[H\x1b[2J',
  '\x1b[A\x1b[A',
  '\x1b[!p',
  '\x1bc',
  '\b\b',
  'no return\n',
  'no feed\r',
  'x'.repeat(100),
]

test.each(Array.from({ length: 60 }, (_, seed) => [seed]))(
  'screen and history are as if all were drawn, %i',
  async (seed) => {
    const random = randomFrom(seed)
    const pick = <T>(from: T[]) => from[Math.floor(random() * from.length)]!
    let all = ''
    for (let n = 0; n < 6; n++) {
      for (let m = 0; m < 3; m++) all += pick(SPICE)
      all += pick([() => lines(1500), () => lines(900, 'a\tb'), () => 'y\r\n'.repeat(2000), () => lines(30)])()
      if (random() < 0.5) all += 'a prompt: '
    }
    const [expected, term] = [newTerminal(), newTerminal()]
    await written(expected, bytes(all))
    await fed(
      new TerminalFeed(
        counted(term).emulator,
        frames(() => random() < 0.3),
      ),
      pieces(bytes(all), random),
    )
    await written(term, '')
    expect(stateOf(term)).toEqual(stateOf(expected))
  },
)

test('of a flood of lines a part is drawn', async () => {
  const term = newTerminal()
  const { emulator, count } = counted(term)
  let left = 3
  const share = frames(() => left-- > 0)
  const all = bytes(lines(50_000))
  const feed = new TerminalFeed(emulator, {
    ...share,
    whenNext: (work) =>
      share.whenNext(() => {
        left = 3
        work()
      }),
  })
  await fed(feed, pieces(all, randomFrom(1)))
  expect(count.bytes).toBeLessThan(all.length / 4)
  expect(stateOf(term).rows.at(-2)).toMatch(/^false\|line 49999 /)
})

test('between margins and inside a sequence all is drawn', async () => {
  for (const before of ['\x1b[2;5r', '\x1b]0;title', '\u009d']) {
    const { emulator, count } = counted(newTerminal())
    let left = 3
    const share = frames(() => left-- > 0)
    const feed = new TerminalFeed(emulator, {
      ...share,
      whenNext: (work) =>
        share.whenNext(() => {
          left = 3
          work()
        }),
    })
    const all = bytes(before + lines(5000))
    await fed(feed, pieces(all, randomFrom(2)))
    expect(count.bytes).toBe(all.length)
  }
})

test('a key that echoes is drawn at once, whatever else the frame did', () => {
  const term = newTerminal()
  const { emulator, count } = counted(term)
  new TerminalFeed(
    emulator,
    frames(() => true),
  ).write(bytes('x'), () => {})
  expect(count.bytes).toBe(1)
})

test('what was not drawn when the terminal begins anew is forgotten, and what follows is not', async () => {
  const term = newTerminal()
  const feed = new TerminalFeed(
    emulatorOf(term, false),
    frames(() => true),
  )
  const told: string[] = []
  for (let n = 0; n < 5; n++) feed.write(bytes(lines(5000, 'old')), () => told.push('old'))
  feed.clear()
  term.write('\x1bc')
  await fed(feed, [bytes('new')])
  expect(stateOf(term).rows[0]).toMatch(/^false\|new /)
  expect(told).toEqual([])
})
