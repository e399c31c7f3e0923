import xterm from '@xterm/xterm'
import { expect, test } from 'vitest'
import { emulatorOf } from './terminal-emulator.ts'

/** An xterm that has read a text. */
async function after(text: string) {
  const term = new xterm.Terminal({ allowProposedApi: true, cols: 40, rows: 10 })
  await new Promise<void>((done) => term.write(text, done))
  return term
}

test.each([
  ['plain text', 'hello\r\n', true],
  ['a sequence that has only begun', 'hello\x1b[3', false],
  ['margins', '\x1b[2;5r', false],
  ['margins that were taken back', '\x1b[2;5r\x1b[r', true],
])('xterm still tells whether text scrolls freely: %s', async (_, text, expected) => {
  expect(emulatorOf(await after(text), false).scrollsFreely).toBe(expected)
})

test('xterm still holds pictures back in the mode that a flood sets', async () => {
  const term = await after('hello')
  const before = term.modes.synchronizedOutputMode
  emulatorOf(term, true).flooded()
  expect([before, term.modes.synchronizedOutputMode]).toEqual([false, true])
})
