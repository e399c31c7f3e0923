import { expect, test } from 'vitest'
import { Ring } from './ring.ts'

const filled = (capacity: number, ...chunks: string[]) => {
  const ring = new Ring(capacity)
  for (const chunk of chunks) ring.append(Buffer.from(chunk))
  return ring
}

test('what fits is kept from the first byte on', () => {
  const ring = filled(8, 'abc', 'de')
  expect([ring.start, ring.end]).toEqual([0, 5])
  expect(ring.read(0, 100).toString()).toBe('abcde')
  expect(ring.read(2, 2).toString()).toBe('cd')
  expect(ring.read(5, 100).toString()).toBe('')
})

test('the oldest bytes make room for new ones and offsets go on counting', () => {
  const ring = filled(8, 'abcdef', 'ghijk')
  expect([ring.start, ring.end]).toEqual([3, 11])
  expect(ring.read(3, 100).toString()).toBe('defghijk')
  expect(ring.read(7, 2).toString()).toBe('hi')
})

test('a chunk larger than the ring leaves its own tail', () => {
  const ring = filled(4, 'ab', 'cdefghijk', 'l')
  expect(ring.read(ring.start, 100).toString()).toBe('ijkl')
})

test('any sequence of chunks reads like the tail of their concatenation', () => {
  const ring = new Ring(7)
  let all = ''
  for (let n = 0; n < 200; n++) {
    const chunk = String.fromCharCode(97 + (n % 26)).repeat((n * 5) % 10)
    ring.append(Buffer.from(chunk))
    all += chunk
    expect(ring.read(ring.start, 100).toString()).toBe(all.slice(-7))
    expect(ring.end).toBe(all.length)
  }
})

test('what was read does not change when the ring is written over', () => {
  const ring = filled(4, 'abcd')
  const read = ring.read(0, 4)
  ring.append(Buffer.from('efgh'))
  expect(read.toString()).toBe('abcd')
})
