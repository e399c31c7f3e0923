import { expect, test } from 'vitest'
import { Modes } from './modes.ts'

function after(...chunks: string[]): string {
  const modes = new Modes()
  for (const chunk of chunks) modes.read(Buffer.from(chunk))
  return modes.prelude
}

test('plain output sets nothing', () => {
  expect(after('hello\r\n', '\x1b[31mred\x1b[0m')).toBe('')
})

test('an editor that is in front is in front after its output is gone', () => {
  expect(after('$ vim\r\n\x1b[?1049h\x1b[?1h\x1b=\x1b[?2004h', '\x1b[?1002;1006h\x1b[?25l')).toBe(
    '\x1b[?1h\x1b[?25l\x1b[?1049h\x1b[?1002h\x1b[?1006h\x1b[?2004h\x1b=',
  )
})

test('what was set back is not set', () => {
  expect(after('\x1b[?1049h\x1b[?25l\x1b=', '\x1b>\x1b[?25h\x1b[?1049l')).toBe('')
  expect(after('\x1b[?1049h\x1b=', '\x1bc')).toBe('')
})

test('a sequence that is cut anywhere is understood', () => {
  const text = 'x\x1b[?1049;2004hy'
  for (let at = 1; at < text.length; at++) {
    expect(after(text.slice(0, at), text.slice(at))).toBe('\x1b[?1049h\x1b[?2004h')
  }
  expect(after(...text)).toBe('\x1b[?1049h\x1b[?2004h')
})

test('noise neither sets anything nor piles up', () => {
  expect(after(`\x1b[?${'9'.repeat(100)}`, 'h', '\x1b'.repeat(1000), '[?31337h')).toBe('')
})
