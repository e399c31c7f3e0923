import { expect, test } from 'vitest'
import { PlainRun } from './plain-run.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('after the offset found end at least as many lines as asked for, and few more', () => {
  for (let count = 0; count < 1500; count += 7) {
    const run = new PlainRun()
    run.push(bytes('y\r\n'.repeat(count)))
    const after = (3 * count - run.before(40)) / 3
    if (count < 40) expect(run.before(40)).toBe(0)
    else expect(Math.ceil(after)).toBeGreaterThanOrEqual(40)
    expect(after).toBeLessThan(40 + 256 + 1)
  }
})

test('asked again and again, it goes on where it was', () => {
  const run = new PlainRun(1000)
  for (let n = 1; n <= 100; n++) {
    run.push(bytes('y\r\n'.repeat(100)))
    const lines = (1000 + 300 * n - run.before(40)) / 3
    expect(lines).toBeLessThan(40 + 256 + 1)
    expect(Math.ceil(lines)).toBeGreaterThanOrEqual(40)
  }
})

test('a line end may come in two pieces', () => {
  const run = new PlainRun()
  for (let n = 0; n < 1000; n++) for (const piece of ['y\r', '\n']) run.push(bytes(piece))
  expect(run.before(40)).toBeGreaterThan(0)
})

test('the text begins after the last byte that is not plain', () => {
  for (const byte of [0x00, 0x07, 0x08, 0x0e, 0x1b, 0x7f, 0x80, 0xc2, 0xff]) {
    const run = new PlainRun()
    run.push(bytes('y\r\n'.repeat(1000)))
    run.push(Uint8Array.of(0x41, byte, 0x42))
    expect(run.start).toBe(3002)
    expect(run.before(1)).toBe(3002)
  }
})
